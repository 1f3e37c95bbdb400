import { defineConfig } from 'vitest/config'

/** Time never decides a test; these only end what hangs, also on a machine that is busy with something else. */
const plain = { testTimeout: 60_000, hookTimeout: 60_000 }
const patient = { testTimeout: 300_000, hookTimeout: 300_000 }

/**
 * One project after the other (`groupOrder`), so that nothing that measures time or drives a browser shares
 * the processor with the rest.
 */
export default defineConfig({
  test: {
    projects: [
      {
        // A file that needs a DOM asks for happy-dom itself.
        test: {
          name: 'unit',
          setupFiles: ['tests/fake-browser.ts'],
          include: ['tests/shared/**/*.test.{ts,tsx}', 'tests/extension/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
          ...plain,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          ...patient,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          maxWorkers: 1,
          ...patient,
        },
      },
    ],
  },
})
