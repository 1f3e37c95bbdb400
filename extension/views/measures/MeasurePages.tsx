/** The pages about measures, and a measure over any page; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { MeasureSheetRoute, MeasuresPage } from './route'

export const MeasurePages = lazyPages<{ readonly page: MeasuresPage }>(
  async () => (await import('./Measures')).Measures,
)

export const MeasureSheet = lazyPages<{ readonly route: MeasureSheetRoute }>(
  async () => (await import('./Sheet')).MeasureSheet,
  () => null,
)
