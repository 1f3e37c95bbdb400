/**
 * Makes what is pasted clean before the editor reads it: from Word its lists, which it writes as paragraphs, and from
 * anywhere only what a text can hold. It is read in a document that shows nothing and runs nothing.
 */

/** As much as goes in at once; the server takes no more of one device in one go. */
export const MAX_PASTE = 100_000

const REMOVED =
  'script, style, meta, link, title, template, iframe, object, embed, svg, math, form, input, button, select, textarea, img, video, audio, canvas, noscript, base, xml'

/** HTML of the clipboard, cleaned. */
export const cleanPaste = (html: string): string => {
  const { body } = new DOMParser().parseFromString(withoutActive(withoutOffice(html)), 'text/html')
  for (const element of body.querySelectorAll(REMOVED)) element.remove()
  removeComments(body)
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, div, h1, h2, h3')) fromWord(paragraph)
  for (const paragraph of body.querySelectorAll('p.MsoTitle')) rename(paragraph, 'h2')
  for (const element of body.querySelectorAll('*')) cleanAttributes(element)
  return body.innerHTML
}

/** What Word puts around and between: conditional comments, and elements of its own names. */
const withoutOffice = (html: string): string =>
  html
    // Some programs pass these on as comments.
    .replace(/<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/gi, MARKER)
    .replace(/<!--\[if [\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?xml[^>]*>/gi, '')
    .replace(/<!\[[^\]>]*\]>/g, '')
    .replace(/<\/?[a-z]+:[a-z]+[^>]*>/gi, '')

const MARKER = '<span data-marker="">$1</span>'

const ELEMENTS =
  /<(script|style|title|xml|svg|math|iframe|object|template|noscript|textarea|select|audio|video|canvas)\b[\s\S]*?(<\/\1\s*>|$)/gi
const TAG = /<([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const ATTRIBUTE = /([a-z][a-z0-9:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi

/**
 * Before it is a document of any kind: even in one that shows nothing, a browser reports each handler and each style that
 * the policy of the page forbids. What slips through here is stopped by that policy all the same.
 */
const withoutActive = (html: string): string =>
  html.replace(ELEMENTS, '').replace(TAG, (_tag, name: string, rest: string) => {
    const kept = [...rest.matchAll(ATTRIBUTE)].flatMap(([, attribute = '', value = '']) => {
      const known = attribute.toLowerCase()
      if (known === 'style') return [`data-style=${value}`]
      return KEPT.has(known) || known === 'class' || known === 'data-marker' ? [`${known}=${value}`] : []
    })
    return `<${[name, ...kept].join(' ')}>`
  })

const removeComments = (root: Node): void => {
  for (const child of [...root.childNodes]) {
    if (child.nodeType === 8) child.remove()
    else removeComments(child)
  }
}

const MARKERS = '[data-marker], [data-style*="mso-list:Ignore" i]'
const LIST = /mso-list:\s*l\d+\s+level(\d+)/i

/** A paragraph that Word means as a list item becomes one of ours. */
const fromWord = (paragraph: HTMLElement): void => {
  const level = LIST.exec(paragraph.dataset.style ?? '')
  const marker = paragraph.querySelector(MARKERS)
  const sign = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  // Also outside lists Word closes such a part.
  for (const each of paragraph.querySelectorAll(MARKERS)) each.remove()
  if (!level) return
  paragraph.dataset.kind = /^\(?([0-9]+|[a-z]{1,4})[.)]/i.test(sign) ? 'number' : 'bullet'
  paragraph.dataset.indent = String(Math.min(6, Number(level[1]) - 1))
  if (paragraph.nodeName !== 'P') rename(paragraph, 'p')
}

const rename = (element: Element, name: string): void => {
  const made = element.ownerDocument.createElement(name)
  for (const { name: attribute, value } of element.attributes) made.setAttribute(attribute, value)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

const KEPT: ReadonlySet<string> = new Set([
  'href',
  'colspan',
  'rowspan',
  'data-kind',
  'data-indent',
  'data-done',
  'data-mention',
])

// Bold and italic that are said by a style are kept as elements; every style goes, also for the policy's sake.
const cleanAttributes = (element: Element): void => {
  const style = element.getAttribute('data-style') ?? ''
  const isBold = /(?:^|[;\s])font-weight:\s*(bold|[6-9]00)/i.test(style)
  const isItalic = /(?:^|[;\s])font-style:\s*italic/i.test(style)
  const isUnbold = /(?:^|[;\s])font-weight:\s*(normal|400)/i.test(style)
  // What ProseMirror itself puts around what it copied is let go too: it is read as any other.
  for (const { name } of [...element.attributes])
    if (!KEPT.has(name) && name !== 'data-pm-slice') element.removeAttribute(name)
  if (isUnbold && (element.nodeName === 'B' || element.nodeName === 'STRONG')) unwrap(element)
  else if (element.nodeName === 'SPAN' && !element.hasAttribute('data-mention')) {
    if (isItalic) wrapContent(element, 'em')
    if (isBold) wrapContent(element, 'strong')
  }
}

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

const wrapContent = (element: Element, name: string): void => {
  const made = element.ownerDocument.createElement(name)
  made.append(...element.childNodes)
  element.append(made)
}
