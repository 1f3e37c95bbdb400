/** What stands above the checks beside a web page: those that belong to it. */
import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { followPage } from '../../state/page-here'
import type { Agenda } from '../../views/popup/agenda'
import { Here } from '../../views/popup/Here'

export const hereOf = async (agenda: Agenda, above: Signal<ComponentChildren>): Promise<void> => {
  const here = await followPage()
  above.value = <Here agenda={agenda} here={here} />
}
