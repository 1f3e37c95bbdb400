/** `npm run bench [-- server|client|fold [part]]`: one table of figures, each beside its floor or peer; kept in `.bench/`. */
import { benchClient } from './client'
import { benchFold } from './fold'
import { benchServer, type Figure } from './server'
import { keep, machine, type Row, tableOf } from './table'

const rowOf = ({ name, besideName, ...figure }: Figure): Row => ({
  ...figure,
  subject: name,
  note: `beside: ${besideName}`,
})

const HALVES: Readonly<Record<string, (part?: string) => Promise<readonly Row[]>>> = {
  fold: benchFold,
  client: benchClient,
  server: async (part) => (await benchServer(part)).map(rowOf),
}

const [only, part] = process.argv.slice(2)
if (only !== undefined && !(only in HALVES)) {
  console.error(`There is no "${only}" to measure; there are: ${Object.keys(HALVES).join(', ')}.`)
  process.exit(1)
}
const started = new Date()
const before = machine()
const rows: Row[] = []
for (const [name, measure] of Object.entries(HALVES)) {
  if (only !== undefined && only !== name) continue
  process.stderr.write(`Measuring ${name} ...\n`)
  rows.push(...(await measure(part)))
}
console.log(`\n${before}\n\n${tableOf(rows)}\n`)
const missed = rows.filter(({ met }) => !met).length
console.log(
  `${rows.length - missed} of ${rows.length} reached. Kept in ${keep('.bench', started, before, rows)}`,
)
process.exit(0)
