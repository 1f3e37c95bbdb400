/** Filters of lists of work: by who answers for it, and by where it stands. */
import { nameOf } from '../../text'
import { useModel } from '../dashboard/context'
import { Filter } from './fields'
import { useWork } from './world'

type Props = {
  readonly label: string
  /** The word for not filtering. */
  readonly all: string
  readonly value: string | undefined
  readonly onChoose: (key: string | undefined) => void
}

/** Only those who answer for something in the list. */
export const OwnerFilter = ({
  among,
  ...props
}: Props & { readonly among: readonly { readonly owner?: string | undefined }[] }) => {
  const { store } = useModel()
  const owners = new Set(among.map(({ owner }) => owner))
  const options = store.members.value
    .filter(({ key }) => owners.has(key) || key === props.value)
    .map(({ key, name }) => [key, name] as const)
  return <OneOf {...props} options={options} />
}

/** @param team how one calls what stands with no department, and by which word: for who may see it */
export const DepartmentFilter = ({
  team,
  ...props
}: Props & { readonly team: readonly [key: string, word: string] }) => {
  const { department } = useModel()
  const work = useWork()
  const options = work.departments.value.map((key) => {
    const found = department.value.get(key)
    return [key, found ? nameOf(found) : key] as const
  })
  return <OneOf {...props} options={[...(work.seesTeam.value ? [team] : []), ...options]} />
}

const OneOf = ({
  label,
  all,
  value = '',
  options,
  onChoose,
}: Props & { readonly options: readonly (readonly [string, string])[] }) => (
  <Filter
    label={label}
    value={value}
    options={[['', all], ...options]}
    onChoose={(chosen) => onChoose(chosen || undefined)}
  />
)
