/** Five whys, of a plan or of a finding: each answer with whether it was seen or only thought. */
import type { Why } from '../../../shared/kinds/plan'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { p } from '../plans/say'
import { replaced, without } from './tool'

const EMPTY: Why = { answer: '', evidence: false }

/** What a form begins with: there is always one to fill in. */
export const whysToEdit = (whys: readonly Why[]): readonly Why[] => (whys.length > 0 ? whys : [EMPTY])
/** What of a form is kept. */
export const whysSaid = (whys: readonly Why[]): readonly Why[] =>
  whys.filter(({ answer }) => answer.trim() !== '')

export const WhyFields = ({
  whys,
  onChange,
}: {
  readonly whys: readonly Why[]
  readonly onChange: (whys: readonly Why[]) => void
}) => {
  const words = p().why
  return (
    <>
      {whys.map((why, index) => (
        <div key={index} class="why-edit">
          <label class="field">
            <span class="field-label">{words.why(index + 1)}</span>
            <textarea
              class="input"
              rows={2}
              maxLength={1000}
              value={why.answer}
              onInput={({ currentTarget }) =>
                onChange(replaced(whys, index, { ...why, answer: currentTarget.value }))
              }
            />
          </label>
          <label class="check-field">
            <input
              type="checkbox"
              checked={why.evidence}
              onChange={({ currentTarget }) =>
                onChange(replaced(whys, index, { ...why, evidence: currentTarget.checked }))
              }
            />
            <span>{words.evidence}</span>
          </label>
          {whys.length > 1 && (
            <Button
              look="icon"
              aria-label={words.remove(index + 1)}
              onClick={() => onChange(without(whys, index))}
            >
              <Icon name="close" />
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...whys, EMPTY])}>
          <Icon name="plus" />
          {words.add}
        </Button>
      </div>
    </>
  )
}

export const WhyList = ({ whys }: { readonly whys: readonly Why[] }) => {
  const words = p().why
  if (whys.length === 0) return <p class="quiet">{words.none}</p>
  return (
    <ol class="whys">
      {whys.map(({ answer, evidence }, index) => (
        <li key={index}>
          <span class="eyebrow">{words.why(index + 1)}</span>
          <p>
            {answer}{' '}
            {evidence ? (
              <Badge tone="in-order" mark="in-order">
                {words.seen}
              </Badge>
            ) : (
              <Badge tone="open" mark="open">
                {words.thought}
              </Badge>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
