import { peakMegabytes } from './peak-memory.ts';

// What a process needs before it does anything.
process.stdout.write(JSON.stringify({ peakMegabytes: peakMegabytes() }));
