/** The point that is being dragged on this page, wherever it came from. */
import { signal } from '@preact/signals'
import type { PointLine } from '../../../../shared/queries/meetings'

export const dragged = signal<PointLine | undefined>(undefined)
