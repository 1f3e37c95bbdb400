/** The devices on which a person is signed in; each can be revoked. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Member } from '../../../../shared/kinds/member'
import type { Device } from '../../../state/types'
import { t } from '../../../text'
import { momentWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { EmptyState } from '../../../ui/EmptyState'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../context'
import { d } from '../words'
import { problemWords } from './trouble'

export const DevicesDialog = ({
  member,
  onClose,
}: {
  readonly member: Member
  readonly onClose: () => void
}) => {
  const { store } = useModel()
  const devices = useSignal<readonly Device[] | undefined>(undefined)
  const said = useSignal('')
  const trouble = useSignal<string | undefined>(undefined)
  const words = d().people
  const fail = (problem: unknown): void => {
    trouble.value = problemWords(problem)
  }
  const read = (): Promise<void> =>
    store.devices(member.key).then((list) => {
      devices.value = list
      trouble.value = undefined
    }, fail)
  useEffect(() => void read(), [])
  const revoke = ({ id, label }: Device): void => {
    store.revokeDevice(member.key, id).then(() => {
      said.value = words.deviceRevoked(label || words.unnamedDevice)
      return read()
    }, fail)
  }
  return (
    <Dialog title={words.devicesOf(member.name)} closeLabel={t().app.close} onClose={onClose}>
      <div class="devices">
        {trouble.value && (
          <Notice tone="danger" title={trouble.value} urgent>
            <Button onClick={() => void read()}>{t().app.tryAgain}</Button>
          </Notice>
        )}
        {devices.value?.length === 0 && (
          <EmptyState title={words.devicesNone}>{words.devicesNoneNext}</EmptyState>
        )}
        {devices.value && devices.value.length > 0 && (
          <>
            <p class="quiet">{words.devicesText}</p>
            <ul class="lines">
              {devices.value.map((device) => (
                <li key={device.id} class="line">
                  <div class="line-what">
                    <strong>{device.label || words.unnamedDevice}</strong>
                    <p class="quiet">
                      {words.deviceSince} {momentWords(device.created)} · {words.deviceSeen.toLowerCase()}{' '}
                      {device.seen === undefined ? words.deviceNever : momentWords(device.seen)}
                    </p>
                  </div>
                  <Button
                    aria-label={words.deviceRevokeOf(device.label || words.unnamedDevice)}
                    onClick={() => revoke(device)}
                  >
                    {words.deviceRevoke}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <p role="status" class="quiet">
          {said.value}
        </p>
      </div>
    </Dialog>
  )
}
