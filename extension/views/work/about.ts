/** The parts of a subject's name. */

/** "check:kas-telling/2026-11" is a check with key "kas-telling" and period "2026-11". */
export const parseAbout = (
  about: string,
): { readonly kind: string; readonly key: string; readonly period: string } => {
  const colon = about.indexOf(':')
  const [key = '', period = ''] = about.slice(colon + 1).split('/')
  return { kind: about.slice(0, colon), key, period }
}
