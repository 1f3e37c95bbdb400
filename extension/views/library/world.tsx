/** How the parts of the pages about the control library get at it. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Library } from '../../state/library-types'
import type { Store } from '../../state/types'
import { useModel } from '../dashboard/context'
import { LaunchError } from '../shared/LaunchError'
import { Reading } from '../work/LazyPages'
import { useLoaded } from '../work/world'

const LibraryContext = createContext<Library | undefined>(undefined)

export const useLibrary = (): Library => {
  const library = useContext(LibraryContext)
  if (!library) throw new Error('outside the pages about the control library')
  return library
}

/** Loads the library, and draws what needs it. */
export const WithLibrary = ({
  children,
  waiting = <Reading />,
}: {
  readonly children: ComponentChildren
  readonly waiting?: ComponentChildren
}) => {
  const { store, tools } = useModel()
  const { found, trouble } = useLoaded(store, libraries, openLibrary)
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  if (!found) return <>{waiting}</>
  return <LibraryContext.Provider value={found}>{children}</LibraryContext.Provider>
}

const libraries = new WeakMap<Store, Library>()
const openLibrary = (store: Store): Promise<Library> => store.library()
