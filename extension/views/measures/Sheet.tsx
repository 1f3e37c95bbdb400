import type { MeasureSheetRoute } from './route'

export const MeasureSheet = (_props: { readonly route: MeasureSheetRoute }) => null
