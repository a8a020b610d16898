// Every benchmark, one after another.
await import('./pacing.ts');
await import('./cold-start.ts');
await import('./growth.ts');
await import('./write.ts');
await import('./import.ts');
await import('./read.ts');
