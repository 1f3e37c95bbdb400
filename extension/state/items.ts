/**
 * Small texts that a page reads before anything else, in `localStorage`. Total: without storage, or with something else
 * in it, there is simply nothing. Nothing is kept here that may not be lost.
 */

export const readItem = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    // No storage here: the background, or a browser that forbids it.
    return undefined
  }
}

export const writeItem = (key: string, text: string): void => {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Full or forbidden: it is only there to be quick or kind.
  }
}

export const removeItem = (key: string): void => {
  try {
    localStorage.removeItem(key)
  } catch {
    // Then there is nothing to remove.
  }
}

/** The keys that begin so. */
export const itemKeys = (prefix: string): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    // No storage here.
    return []
  }
}

/** Reads JSON of an object; anything else is nothing. */
export const readObject = (key: string): Record<string, unknown> | undefined => {
  const text = readItem(key)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    // Cut off or not ours.
    return undefined
  }
}

export const writeObject = (key: string, value: object): void => writeItem(key, JSON.stringify(value))
