/** How the parts of the dashboard get at what they have in common. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Model } from './model'

export const ModelContext = createContext<Model | undefined>(undefined)

export const useModel = (): Model => {
  const model = useContext(ModelContext)
  if (!model) throw new Error('outside the dashboard')
  return model
}
