/**
 * Quality indicators as views know them: opens the rooms they need, and turns each verb into one act. Loaded apart from
 * the store, which lends it what it needs.
 */
import { computed, effect, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { mayEnter } from '../../shared/access'
import { keyFrom } from '../../shared/commands/change'
import { addEvent, changeEvent, excludePoint, rebaseChart, removeEvent } from '../../shared/commands/charts'
import {
  addIndicator,
  adoptIndicator,
  assignIndicator,
  changeIndicator,
  endIndicator,
  type LibraryEntry,
  removeIndicator,
} from '../../shared/commands/indicators'
import {
  explainFigure,
  giveFigure,
  objectionToFigure,
  takeBackFigure,
} from '../../shared/commands/measurements'
import { addObjective, changeObjective, removeObjective } from '../../shared/commands/objectives'
import { startOfDay } from '../../shared/days'
import { INDICATOR_LIBRARY } from '../../shared/libraries/indicators'
import { byDue, dueFigures, type Figure, type Ground, isMyFigure } from '../../shared/queries/figures'
import { yearRoom } from '../../shared/rooms'
import { kindOf } from '../../shared/statement'
import type { Act, Base, MoreRooms } from './quality-base'
import { followGround, isKnown } from './quality-ground'
import { lookAsOf, lookNow } from './quality-look'
import { firstYears, roomsNeeded } from './quality-rooms'
import type { ChartPlace, Look, Quality } from './quality-types'
import { visitRooms } from './quality-visits'
import type { Room } from './room'
import { reuse, stableList } from './stable'
