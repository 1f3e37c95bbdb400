// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { Dialog } from '../../extension/ui/Dialog'

afterEach(cleanup)

const open = (children: Parameters<typeof Dialog>[0]['children']): void =>
  void render(
    <Dialog title="Bevinding" closeLabel="Sluiten" onClose={() => undefined}>
      {children}
    </Dialog>,
  )

test('a form in a dialog is where one types, not the button that closes it', async () => {
  open(<input aria-label="Wat" />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Wat')))
})

test('of several to choose from, the focus is on what is chosen', async () => {
  open(
    <fieldset>
      <input type="radio" name="soort" aria-label="Controles" />
      <input type="radio" name="soort" aria-label="Acties" checked />
    </fieldset>,
  )
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Acties')))
})
