/** The form of something new, at an address of its own: a key, the palette or the popup leads to it. */
import { useModel } from '../dashboard/context'
import { lazyPages } from '../work/LazyPages'
import type { NewSheetRoute } from './route'

type Props = { readonly route: NewSheetRoute }

export const NewSheet = (props: Props) => {
  const { router } = useModel()
  const close = (): void => {
    // A form that was saved is gone already: what lies below it stays.
    if (router.fresh.peek()) router.closeSheet()
  }
  return <NewForm {...props} onClose={close} />
}

const NewForm = lazyPages<Props & { readonly onClose: () => void }>(
  async () => (await import('./NewForm')).NewForm,
  () => null,
)
