/** What a place can do without until it has been loaded: it is drawn then, and not at all where loading fails. */
import { useEffect, useState } from 'preact/hooks'

/**
 * What comes for a subject; nothing before, nor without a subject. A failure is told in the console: opening the place
 * once more tries again.
 * @param load always the same function
 */
export const useLate = <S, T>(subject: S | undefined, load: (subject: S) => Promise<T>): T | undefined => {
  const [found, setFound] = useState<T | undefined>()
  useEffect(() => {
    if (subject === undefined) return
    let isOver = false
    load(subject).then(
      (loaded) => {
        if (!isOver) setFound(() => loaded)
      },
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [subject, load])
  return found
}
