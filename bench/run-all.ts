// Every benchmark, one after another.
await import('./read.ts');
