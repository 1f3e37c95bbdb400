/** Plans that were made on this page just now: their text begins with the template, once this device may know it is empty. */
import type { TemplateName } from './words'

const fresh = new Map<string, TemplateName>()

export const beginWith = (about: string, template: TemplateName): void => void fresh.set(about, template)

/** The template of a new plan, the first time it is asked for. */
export const takeTemplate = (about: string): TemplateName | undefined => {
  const template = fresh.get(about)
  fresh.delete(about)
  return template
}

export const isFresh = (about: string): boolean => fresh.has(about)
