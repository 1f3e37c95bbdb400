/** The list of people, with what may be done about each. */
import { useSignal } from '@preact/signals'
import type { Member } from '../../../../shared/kinds/member'
import { nameOf } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { AbsenceSlot } from '../../mine/MinePages'
import { standInsFor } from '../../mine/stand-ins'
import { useModel } from '../context'
import type { Model } from '../model'
import { initials } from '../Presence'
import { d } from '../words'
import { CodeDialog } from './CodeDialog'
import { DevicesDialog } from './DevicesDialog'
import { MemberForm } from './MemberForm'
import { isLastDirector, roleWords } from './roles'
import { problemWords } from './trouble'

type Open =
  | { readonly what: 'add' }
  | { readonly what: 'change' | 'code' | 'devices' | 'absence'; readonly key: string }

export const Members = () => {
  const model = useModel()
  const { store, member } = model
  const open = useSignal<Open | undefined>(undefined)
  const close = (): void => {
    open.value = undefined
  }
  const may = store.mayManage()
  const chosen = open.value && 'key' in open.value ? member.value.get(open.value.key) : undefined
  return (
    <section class="panel" aria-label={d().people.sections.people}>
      {may && (
        <div class="panel-head">
          <Button
            look="primary"
            onClick={() => {
              open.value = { what: 'add' }
            }}
          >
            <Icon name="plus" />
            {d().people.add}
          </Button>
        </div>
      )}
      {store.members.value.length === 0 ? (
        <EmptyState title={d().people.none} />
      ) : (
        <table class="table members">
          <caption class="visually-hidden">{d().people.sections.people}</caption>
          <thead>
            <tr>
              <th scope="col">{d().people.name}</th>
              <th scope="col">{d().people.roles}</th>
              {may && (
                <th scope="col">
                  <span class="visually-hidden">{d().people.verbs}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {store.members.value.map((each) => (
              <Row
                key={each.key}
                member={each}
                may={may}
                onOpen={(next) => {
                  open.value = next
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {open.value?.what === 'add' && <MemberForm member={undefined} onClose={close} />}
      {open.value?.what === 'change' && chosen && <MemberForm member={chosen} onClose={close} />}
      {open.value?.what === 'code' && chosen && <CodeDialog member={chosen} onClose={close} />}
      {open.value?.what === 'absence' && chosen && <AbsenceSlot member={chosen.key} onClose={close} />}
      {open.value?.what === 'devices' && chosen && <DevicesDialog member={chosen} onClose={close} />}
    </section>
  )
}

const Row = ({
  member,
  may,
  onOpen,
}: {
  readonly member: Member
  readonly may: boolean
  readonly onOpen: (open: Open) => void
}) => {
  const model = useModel()
  const { store, department } = model
  const today = store.today.value
  const nameOfDepartment = (key: string): string => {
    const record = department.value.get(key)
    return record ? nameOf(record) : key
  }
  return (
    <tr>
      <th scope="row" data-label={d().people.name}>
        <span class="person">
          <span class="avatar avatar-plain" aria-hidden="true">
            {initials(member.name)}
          </span>
          <span>
            {member.name} {member.key === store.session.member && <Badge tone="info">{d().people.you}</Badge>}
            <span class="person-title">{member.title}</span>
            {standInsFor(store.members.value, member.key, today).map(({ deputy, from, until }) => (
              <span key={`${deputy} ${from}`} class="person-title person-away">
                {d().people.away(model.nameOf(deputy), dayWords(from, today), dayWords(until, today))}
              </span>
            ))}
          </span>
        </span>
        {member.clashes.length > 0 && <p class="clash-word">{d().people.clash}</p>}
      </th>
      <td data-label={d().people.roles}>
        {member.roles.length === 0 ? (
          <span class="quiet">{d().people.noRoles}</span>
        ) : (
          <ul>
            {member.roles.map((grant) => (
              <li
                key={`${grant.role} ${grant.departments.join()} ${grant.until}`}
                class={grant.until !== undefined && grant.until < today ? 'is-ended' : undefined}
              >
                {roleWords(grant, nameOfDepartment, today)}
              </li>
            ))}
          </ul>
        )}
      </td>
      {may && (
        <td class="verbs">
          <Button
            aria-label={d().people.makeCodeFor(member.name)}
            onClick={() => onOpen({ what: 'code', key: member.key })}
          >
            {d().people.code}
          </Button>
          <Menu label={d().people.moreFor(member.name)} items={itemsFor(model, member, onOpen)} />
        </td>
      )}
    </tr>
  )
}

const itemsFor = (model: Model, member: Member, onOpen: (open: Open) => void): readonly MenuItem[] => [
  { icon: 'note', label: d().people.change, onChoose: () => onOpen({ what: 'change', key: member.key }) },
  {
    icon: 'calendar',
    label: d().people.absence,
    onChoose: () => onOpen({ what: 'absence', key: member.key }),
  },
  { icon: 'device', label: d().people.devices, onChoose: () => onOpen({ what: 'devices', key: member.key }) },
  { icon: 'refused', label: d().people.codeRevoke, onChoose: () => revokeCodes(model, member) },
  { icon: 'trash', label: d().people.remove, onChoose: () => remove(model, member) },
]

const revokeCodes = async ({ store, toast }: Model, { key, name }: Member): Promise<void> => {
  try {
    await store.revokeCodes(key)
    toast.value = { text: d().people.codeRevoked(name), undo: undefined }
  } catch (problem) {
    toast.value = { text: problemWords(problem), undo: undefined }
  }
}

const remove = ({ store, toast }: Model, { key, name }: Member): void => {
  const words = d().people
  if (key === store.session.member) toast.value = { text: words.self, undo: undefined }
  else if (isLastDirector(store.members.value, key, store.today.value))
    toast.value = { text: words.lastDirector, undo: undefined }
  else {
    store.removeMember(key)
    toast.value = { text: words.removed(name), undo: () => void store.undo() }
  }
}
