/** What people said of one field while apart: side by side, until one of it is chosen. */
import { useSignal } from '@preact/signals'
import type { Json, Statement } from '../../../shared/statement'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { useModel } from '../dashboard/context'
import { m } from '../measures/say'

export type Head = Pick<Statement, 'id' | 'set' | 'by' | 'at'>

export const ClashPanel = ({
  field,
  name,
  heads,
  heading: Heading = 'h2',
  words,
  onChoose,
}: {
  readonly field: string
  /** What the field is called. */
  readonly name: string
  readonly heads: readonly Head[]
  readonly heading?: 'h2' | 'h3'
  readonly words: (value: Json) => string
  /** @returns the sentence about why it could not be chosen */
  readonly onChoose: (head: Head) => string | undefined
}) => {
  const model = useModel()
  const problem = useSignal<string | undefined>(undefined)
  const text = m().sheet
  return (
    <section class="clash">
      <Heading>
        {text.clash}: {name}
      </Heading>
      <p>{text.clashIntro}</p>
      <ul>
        {heads.map((head) => {
          const said = words(head.set[field] ?? null)
          return (
            <li key={head.id} class="clash-head">
              <p class="clash-who">
                <strong>{said}</strong>
                <span class="quiet">
                  {model.nameOf(head.by)}, {momentWords(head.at)}
                </span>
              </p>
              <Button
                onClick={() => {
                  problem.value = onChoose(head)
                }}
              >
                {text.clashChoose(said)}
              </Button>
            </li>
          )
        })}
      </ul>
      {problem.value && (
        <p class="field-error" role="alert">
          {problem.value}
        </p>
      )}
    </section>
  )
}
