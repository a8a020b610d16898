import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // On two cores the default is one at a time; much of what the tests do is wait.
    maxWorkers: 3,
    // Workers, sockets and a browser share two cores: a slow machine is not a failing test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
