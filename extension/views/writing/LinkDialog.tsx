/** Asks for the address of a link. */
import { useState } from 'preact/hooks'
import { isSafeLink } from '../../../shared/prose/shape'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { w } from './say'

type Props = {
  readonly href: string
  readonly hosts: readonly string[]
  readonly onSave: (href: string | undefined) => void
  readonly onClose: () => void
}

export const LinkDialog = ({ href, hosts, onSave, onClose }: Props) => {
  const [address, setAddress] = useState(href)
  const [isWrong, setWrong] = useState(false)
  const words = w().link
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <form
        class="writing-say"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = address.trim()
          const whole = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`
          if (isSafeLink(whole, hosts)) onSave(whole)
          else setWrong(true)
        }}
      >
        <label>
          {words.address}
          <input
            class="input"
            value={address}
            aria-describedby="writing-link-hint"
            aria-invalid={isWrong}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <p class="quiet" id="writing-link-hint">
          {words.hint}
        </p>
        {isWrong && <p role="alert">{words.wrong}</p>}
        <div class="writing-acts">
          <Button look="primary" type="submit">
            {words.save}
          </Button>
          {href !== '' && <Button onClick={() => onSave(undefined)}>{words.remove}</Button>}
        </div>
      </form>
    </Dialog>
  )
}
