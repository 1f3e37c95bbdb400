import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Time never decides a test; these only end what hangs, also on a machine that is busy with something else. */
const expecting = { expect: { poll: { timeout: 30_000 } } }
const plain = { testTimeout: 60_000, hookTimeout: 60_000, ...expecting }
const patient = { testTimeout: 300_000, hookTimeout: 300_000, ...expecting }

/** One project after the other (`groupOrder`): what is quick to fail comes first, and browsers share with browsers only. */
export default defineConfig({
  test: {
    // Also where there are two processors, on which vitest would use one: much of it waits, for disks, sockets and browsers.
    maxWorkers: Math.max(2, Math.min(4, Math.floor(availableParallelism() / 2))),
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
          ...patient,
        },
      },
    ],
  },
})
