import { beforeEach, expect, test } from 'vitest'
import { addControl } from '../../shared/commands/controls'
import { addFinding, removeFinding } from '../../shared/commands/findings'
import { addMeasure, stepMeasure } from '../../shared/commands/measures'
import { addPlan, removePlan } from '../../shared/commands/plans'
import { addPoint, removePoint } from '../../shared/commands/points'
import { addRisk, closeRisk } from '../../shared/commands/risks'
import { createFold, type Folded } from '../../shared/fold'
import { control } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { placesOfMeasure, placesOfPlan, threadWork } from '../../shared/queries/thread-work'
import { type Desk, makeDesk, setClock } from './make-work'

const DUE = '2026-12-01'
let desk: Desk
beforeEach(() => {
  setClock('2026-11-02')
  desk = makeDesk('dries')
})

const plan = (key: string, links: readonly string[], room = 'team') =>
  desk.say(room, (seen, author) => addPlan(seen, key, { title: key, links: [...links] }, author))
const measure = (key: string, more: object, room = 'dept/tec') =>
  desk.say(room, (seen, author) =>
    addMeasure(seen, key, { title: key, owner: 'dries', due: DUE, status: 'planned', ...more }, author),
  )
const point = (key: string, more: object) =>
  desk.say('team', (seen, author) =>
    addPoint(seen, key, { title: key, section: 'steering', ...more }, author),
  )
const under = (about: string): [plans: string[], measures: string[]] => {
  const { plans, measures } = threadWork(desk)(about)
  return [plans.map(({ key }) => key), measures.map(({ key }) => key)]
}

test('downwards: plans that link to a place stand there with their measures, and measures born there beside them', () => {
  plan('sneller', ['indicator:dv03', 'objective:bd1', 'check:c017/2026-10'])
  measure('planmaat', { plan: 'plan:sneller', origin: 'indicator:dv03' })
  measure('uit-controle', { origin: 'check:c017/2026-09' })
  measure('uit-cijfer', { origin: 'measurement:dv03/2026-10' })
  measure('elders', { origin: 'check:c018/2026-09' })

  expect(under('indicator:dv03')).toEqual([['sneller'], ['uit-cijfer']])
  expect(under('objective:bd1')).toEqual([['sneller'], []])
  expect(under('control:c017')).toEqual([['sneller'], ['uit-controle']])
  expect(under('control:c018')).toEqual([[], ['elders']])
  expect(under('control:c01')).toEqual([[], []])
  const [shown] = threadWork(desk)('indicator:dv03').plans
  expect(shown?.measures.map(({ key, shown: state }) => [key, state])).toEqual([['planmaat', 'planned']])
})

test('upwards: a plan and a measure say on which places of the thread they hang', () => {
  const links = ['check:c061/2026-Q2', 'indicator:it01', 'check:c061/2026-Q3', 'member:p01']
  expect(placesOfPlan({ links })).toEqual(['control:c061', 'indicator:it01'])
  expect(placesOfMeasure({ origin: 'event:fi01/2026-03' })).toEqual(['indicator:fi01'])
  expect(placesOfMeasure({ origin: 'deadline:d11' })).toEqual([])
  expect(placesOfMeasure({ origin: undefined })).toEqual([])
})

test('what the management team decided about a signal hangs where the point of the agenda hangs', () => {
  point('sprong', { origin: 'measurement:dv03/2026-10', links: ['objective:bd1'] })
  measure('besluit', { origin: 'point:sprong' })
  expect(under('indicator:dv03')).toEqual([[], ['besluit']])
  expect(under('objective:bd1')).toEqual([[], ['besluit']])
  desk.say('team', (seen, author) => removePoint(seen, 'sprong', author))
  expect(under('indicator:dv03')).toEqual([[], []])
})

test('a measure of a plan that is gone stands where it was born', () => {
  plan('weg', ['indicator:dv03'])
  measure('blijft', { plan: 'plan:weg', origin: 'indicator:dv03' })
  expect(under('indicator:dv03')).toEqual([['weg'], []])
  desk.say('team', (seen, author) => removePlan(seen, 'weg', author))
  expect(under('indicator:dv03')).toEqual([[], ['blijft']])
})

test('a finding stands at its control with what was born from it, which is not told twice', () => {
  const key = 'tec/c017/2026-09'
  desk.say('dept/tec', (seen, author) =>
    addFinding(seen, key, { title: 'Stock geteld', department: 'tec', control: 'c017' }, author),
  )
  measure('tellen', { origin: `finding:${key}` })
  measure('los', { origin: 'check:c017/2026-10' })
  plan('stock', [`finding:${key}`, 'indicator:dv03'])
  const found = threadWork(desk)('control:c017')
  expect(found.findings.map((line) => line.key)).toEqual([key])
  expect(found.findings[0]?.measures.map((line) => line.key)).toEqual(['tellen'])
  expect(found.findings[0]?.plans.map((line) => line.key)).toEqual(['stock'])
  expect(under('control:c017')).toEqual([[], ['los']])
  expect(under('indicator:dv03')).toEqual([['stock'], []])
  // What was being done about it stays in sight without it.
  desk.say('dept/tec', (seen, author) => removeFinding(seen, key, author))
  expect(threadWork(desk)('control:c017').findings).toEqual([])
  expect(under('control:c017')).toEqual([['stock'], ['los', 'tellen']])
})

test('what is late stands first on the thread too', () => {
  measure('later', { origin: 'indicator:dv03' })
  measure('te-laat', { origin: 'indicator:dv03', due: '2026-11-05' })
  measure('klaar', { origin: 'indicator:dv03', due: '2026-11-04' })
  desk.say('dept/tec', (seen, author) =>
    stepMeasure(seen, 'klaar', { to: 'done', result: 'Gedaan.' }, author),
  )
  expect(under('indicator:dv03')).toEqual([[], ['te-laat', 'later', 'klaar']])
})

test('a risk hangs on the controls that cover it as long as it is open, and what was born from it on the risk', () => {
  const library = createFold()
  const author = { by: 'dries', at: Date.parse('2026-11-02'), id: () => 'a'.repeat(16) }
  library.insert(
    0,
    addControl(library, 'c017', { title: 'Kas geteld', theme: 'geld', risks: ['kasgeld', 'brand'] }, author),
  )
  const covering = [readRecord(control, library.get('control:c017') as Folded)]
  desk.say('dept/tec', (seen, by) => addRisk(seen, 'kasgeld', { title: 'Kasgeld verdwijnt' }, by))
  desk.say('team', (seen, by) => addRisk(seen, 'brand', { title: 'Brand in het magazijn' }, by))
  measure('uit-risico', { origin: 'risk:brand' })
  const risks = (): string[] => threadWork(desk, covering)('control:c017').risks.map(({ key }) => key)
  expect(risks().sort()).toEqual(['brand', 'kasgeld'])
  expect(under('risk:brand')).toEqual([[], ['uit-risico']])
  desk.say('team', (seen, by) => closeRisk(seen, 'brand', 'magazijn verkocht', by))
  expect(risks()).toEqual(['kasgeld'])
})
