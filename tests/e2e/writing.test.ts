/** People write in one text: together, apart, and without a network; nothing of it is lost or doubled. */
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '../server/make'
import { type Device, makeDevice } from './device'
import { eventually, makeDirectory, makeTown, type Person, patiently, type Town } from './town'

const PLACE = '#/tekst/dept/bur/plan:k2f7'

const writer = async (
  town: Town,
  person: Person,
  profile = makeDirectory(),
): Promise<{ device: Device; page: Page; profile: string }> => {
  const device = await makeDevice({ profile })
  const page = await device.signIn(town, town.codes[person])
  return { device, page: await textOn(device, page), profile }
}

const textOn = async (device: Device, page?: Page): Promise<Page> => {
  const opened = page ?? (await device.openDashboard(PLACE))
  if (page) await page.evaluate((hash) => location.assign(hash), PLACE)
  await opened.getByRole('textbox', { name: 'Tekst' }).waitFor()
  return opened
}

const words = (page: Page): Promise<string> =>
  page.locator('.writing-text p').evaluateAll((lines) =>
    lines
      .map((line) => {
        const copy = line.cloneNode(true) as HTMLElement
        for (const each of copy.querySelectorAll('.others-cursor')) each.remove()
        return copy.textContent
      })
      .join('\n'),
  )

const confirmed = (page: Page): Promise<void> =>
  page.locator('.writing-status', { hasText: /^Bevestigd$/ }).waitFor()

/** Puts the cursor behind some words, and types once the editor has taken it. */
const typeBehind = async (page: Page, before: string, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Tekst' }).focus()
  await eventually(async () => {
    expect(await page.evaluate(placeCursor, before)).toBe(true)
    expect(await page.evaluate(isCursorBehind, before)).toBe(true)
  })
  await page.keyboard.type(text)
}

/** Whether the words were there to put it behind; done when the editor has had the time to hear of it. */
const placeCursor = async (wanted: string): Promise<boolean> => {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
  const text = document.querySelector('.writing-text') as Node
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const index = node.textContent?.indexOf(wanted) ?? -1
    if (index < 0) continue
    getSelection()?.collapse(node, index + wanted.length)
    // An editor that just got the focus puts its own cursor back a moment later, unless it heard of this one.
    for (let frames = 0; frames < 4; frames += 1) await frame()
    return true
  }
  return false
}

const isCursorBehind = (wanted: string): boolean => {
  const selection = getSelection()
  const before = selection?.anchorNode?.textContent?.slice(0, selection.anchorOffset)
  return before?.endsWith(wanted) === true
}

/** A way to the server that can be cut, for one device. */
const makeLine = async (port: number): Promise<{ address: string; cut(): void; mend(): void }> => {
  const open = new Set<Socket>()
  let isCut = false
  const proxy = createServer((near) => {
    if (isCut) return near.destroy()
    const far = createConnection(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    return undefined
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  onTestFinished(() => {
    cut()
    proxy.close()
  })
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut,
    mend() {
      isCut = false
    },
  }
}

/** Keeps a version by name. */
const keepVersion = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Versies' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versies vergelijken' })
  await dialog.getByLabel('Naam van de versie').fill(name)
  await dialog.getByRole('button', { name: 'Deze versie bewaren' }).click()
  await dialog.getByRole('combobox', { name: /^Van/ }).getByText(name).waitFor({ state: 'attached' })
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
}

test('three windows write in one paragraph, one of them offline and killed, and every character stands there once', async () => {
  const town = await makeTown()
  const els = await writer(town, 'managerBur')
  await els.page.getByRole('textbox', { name: 'Tekst' }).click()
  await els.page.keyboard.type('Begin. Midden. Einde.')
  await confirmed(els.page)
  await keepVersion(els.page, 'Eerste')
  const tim = await writer(town, 'contributorBur')
  const line = await makeLine(town.port)
  let third = await writer({ ...town, address: line.address }, 'contributorBur')
  for (const { page } of [tim, third])
    await eventually(async () => expect(await words(page)).toBe('Begin. Midden. Einde.'))

  // The third writes without a network, is killed, and goes on.
  line.cut()
  await typeBehind(third.page, 'Midden.', ' Zonder net een.')
  await third.page.locator('.writing-status', { hasText: 'Op dit toestel' }).waitFor()
  await Promise.all([
    typeBehind(els.page, 'Begin.', ' Els schrijft hier.'),
    typeBehind(tim.page, 'Einde.', ' Tim schrijft daar.'),
  ])
  await third.device.kill()
  const again = await makeDevice({ profile: third.profile })
  third = { device: again, page: await textOn(again), profile: third.profile }
  await eventually(async () => expect(await words(third.page)).toBe('Begin. Midden. Zonder net een. Einde.'))
  await typeBehind(third.page, 'net een.', ' En twee.')
  await third.page.locator('.writing-status', { hasText: 'Op dit toestel' }).waitFor()
  for (const { page } of [els, tim])
    await eventually(async () =>
      expect(await words(page)).toBe('Begin. Els schrijft hier. Midden. Einde. Tim schrijft daar.'),
    )

  line.mend()
  for (const { page } of [els, tim, third])
    await patiently(async () =>
      expect(await words(page)).toBe(
        'Begin. Els schrijft hier. Midden. Zonder net een. En twee. Einde. Tim schrijft daar.',
      ),
    )

  // Who stops writing leaves a version behind, and so is named.
  for (const { page } of [tim, third]) await page.evaluate(() => location.assign('#/overzicht'))
  await els.page.getByRole('button', { name: 'Versies' }).click()
  const dialog = els.page.getByRole('dialog', { name: 'Versies vergelijken' })
  await eventually(async () => {
    await dialog
      .getByRole('combobox', { name: /^Van/ })
      .selectOption({ label: await firstLabel(dialog.getByRole('combobox', { name: /^Van/ }), 'Eerste') })
    expect(await dialog.locator('.writing-authors').innerText()).toBe('Toegevoegd door: Naam p05, Naam p06')
  })
  const added = (await dialog.locator('ins').allInnerTexts()).join(' ')
  expect(added.replace(/\s+/g, ' ').trim()).toBe(
    'Els schrijft hier. Zonder net een. En twee. Tim schrijft daar.',
  )
})

const firstLabel = async (choice: Locator, name: string): Promise<string> => {
  const labels = await choice.locator('option').allInnerTexts()
  return labels.find((label) => label.includes(name)) ?? ''
}

test('comments keep to their words, undo is of one’s own, and what is hostile shows without running', async () => {
  const town = await makeTown()
  const els = await writer(town, 'managerBur')
  await els.page.getByRole('textbox', { name: 'Tekst' }).click()
  await els.page.keyboard.type('De kas wordt elke week geteld.')
  const tim = await writer(town, 'contributorBur')
  await eventually(async () => expect(await words(tim.page)).toBe('De kas wordt elke week geteld.'))

  await select(els.page, 'elke week')
  await els.page.getByRole('button', { name: 'Opmerking bij de selectie' }).click()
  await els.page.getByRole('textbox', { name: 'Uw opmerking' }).fill('Waarom niet elke dag?')
  await els.page.getByRole('button', { name: 'Plaatsen' }).click()
  await tim.page.getByText('Waarom niet elke dag?').waitFor()
  await typeBehind(tim.page, 'De ', 'grote ')
  await typeBehind(tim.page, 'geteld', ' en genoteerd')
  for (const { page } of [els, tim])
    await eventually(async () => {
      expect(await words(page)).toBe('De grote kas wordt elke week geteld en genoteerd.')
      expect((await page.locator('.commented').allInnerTexts()).join('')).toBe('elke week')
    })

  // Els undoes what she did, not what Tim did after her.
  await typeBehind(els.page, 'kas', '!')
  await eventually(async () => expect(await words(tim.page)).toContain('grote kas! wordt'))
  await typeBehind(tim.page, 'wordt', ' nu')
  await eventually(async () => expect(await words(els.page)).toContain('wordt nu elke'))
  await els.page.keyboard.press('Control+z')
  for (const { page } of [els, tim])
    await eventually(async () =>
      expect(await words(page)).toBe('De grote kas wordt nu elke week geteld en genoteerd.'),
    )
  await tim.page.getByRole('button', { name: 'Afhandelen' }).click()
  await eventually(async () => expect(await els.page.locator('.commented').count()).toBe(0))

  await paste(
    els.page,
    '<p onclick="globalThis.hit=1" style="color:red">Geplakt<script>globalThis.hit=1</script>' +
      '<img src="x" onerror="globalThis.hit=1"><a href="javascript:globalThis.hit=1">hier</a>' +
      '<iframe srcdoc="<script>parent.hit=1</script>"></iframe><svg onload="globalThis.hit=1"></svg></p>',
  )
  await eventually(async () => expect(await words(tim.page)).toContain('Geplakthier'))
  await confirmed(els.page)

  // What a newer version, or someone who means harm, puts in a text.
  const strange = connect(town.server(), {
    token: await town.token('contributorBur'),
    room: 'text/dept/bur/plan.k2f7',
  })
  await strange.synced
  const prose = strange.doc.getXmlFragment('prose')
  const line = prose.get(0) as Y.XmlElement
  ;(line.get(0) as Y.XmlText).format(0, 2, {
    link: { href: 'javascript:globalThis.hit=1' },
  })
  await eventually(async () => expect(await els.page.locator('.link-blocked').innerText()).toBe('De'))
  const script = new Y.XmlElement('script')
  script.setAttribute('onload', 'globalThis.hit=1')
  script.insert(0, [new Y.XmlText('globalThis.hit=1')])
  prose.insert(1, [script])
  for (const { page } of [els, tim]) {
    await page.getByText('Er is niets verwijderd.').waitFor()
    expect(await page.locator('.writing-text').innerText()).toContain('globalThis.hit=1')
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  }
  expect(prose.toString()).toContain('<script onload="globalThis.hit=1">')
  await strange.close()
})

const select = async (page: Page, wanted: string): Promise<void> => {
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('.writing-text') as Node,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const index = node.textContent?.indexOf(text) ?? -1
      if (index >= 0) getSelection()?.setBaseAndExtent(node, index, node, index + text.length)
    }
  }, wanted)
  await page.locator('.writing-text').focus()
}

const paste = (page: Page, html: string): Promise<void> =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', content)
    const place = document.querySelector('.writing-text')
    place?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
