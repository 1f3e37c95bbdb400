/** One figure: what it says, who gave it, its history, and what can be done with it. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Series } from '../../../../shared/queries/series'
import { wordAt } from '../../../../shared/queries/words'
import { t } from '../../../text'
import { dayWords, momentWords, periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../../dashboard/context'
import { closeAround } from '../../dashboard/dialogs'
import { Restored, useFormDraft } from '../form-draft'
import { EventForm } from '../indicator/EventDialog'
import { givenWords } from '../indicator/readout'
import { VariationSign } from '../Judgement'
import { inWords, q } from '../say'
import { fullSignalWords, pointWords } from '../words'
import { isComplete, useWorld } from '../world'
import { FigureForm } from './FigureForm'
import { History } from './History'

type Props = {
  readonly series: Series
  /** The point, from 1. */
  readonly at: number
  readonly onMove: (at: number) => void
  readonly onClose: () => void
}

export const FigureDialog = ({ series, at, onMove, onClose }: Props) => {
  const figure = series.figures[at - 1]
  if (!figure) return null
  return (
    <Dialog
      wide
      title={`${inWords(series.indicator, 'name')}, ${periodWords(figure.period)}`}
      closeLabel={t().app.close}
      onClose={onClose}
    >
      <Body key={figure.period} series={series} at={at} onMove={onMove} />
    </Dialog>
  )
}

const Body = ({ series, at, onMove }: Omit<Props, 'onClose'>) => {
  const { quality, asOf } = useWorld()
  const figure = series.figures[at - 1]
  if (!figure) return null
  const isReal = figure.room !== '' && asOf === undefined
  const isOver = figure.state !== 'later' && figure.state !== 'unasked' && figure.state !== 'unknown'
  const mayMeasure = isReal && isOver && quality.mayMeasure(figure)
  return (
    <div class="figure-body">
      <div class="figure-steps">
        <Button disabled={at <= 1} onClick={() => onMove(at - 1)}>
          {q().figure.previous}
        </Button>
        <Button disabled={at >= series.figures.length} onClick={() => onMove(at + 1)}>
          {q().figure.next}
        </Button>
      </div>
      <Facts series={series} at={at} />
      {figure.clash && <Notice tone="warning" title={q().figure.clash} />}
      {isReal && !mayMeasure && <p class="quiet">{isOver ? q().enter.mayNot : q().enter.notOver}</p>}
      {isReal && <Verbs series={series} at={at} mayMeasure={mayMeasure} />}
      {isReal && <History figure={figure} entries={quality.history(figure)} />}
    </div>
  )
}

const Facts = ({ series, at }: { readonly series: Series; readonly at: number }) => {
  const { nameOf } = useModel()
  const figure = series.figures[at - 1]
  const point = series.chart.points[at - 1]
  const word = wordAt(series, at)
  if (!figure || !point) return null
  const { indicator } = series
  const words = q().indicator.readout
  const excluded = series.excluded.find((each) => each.at === at)
  return (
    <div class="figure-facts">
      <p class="figure-value">
        {figure.state === 'done'
          ? figure.value === undefined
            ? words.noCases
            : givenWords(figure)
          : figure.state === 'late'
            ? q().entry.late(dayWords(figure.due))
            : words.noValue}
      </p>
      {point.value !== null && (
        <p class="quiet">
          {[
            words.center(pointWords(indicator, point.center)),
            point.lower !== null &&
              point.upper !== null &&
              words.limits(pointWords(indicator, point.lower), pointWords(indicator, point.upper)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {figure.at !== undefined && (
        <p class="quiet">
          {words.by(nameOf(figure.by), momentWords(figure.at))}
          {figure.onTime !== undefined && ` · ${figure.onTime ? q().figure.onTime : q().figure.tooLate}`}
          {figure.corrected && ` · ${words.corrected}`}
        </p>
      )}
      {excluded && <p>{words.excluded(excluded.reason)}</p>}
      {word && (
        <p class={`signal-line judgement-${word.reading}`}>
          <VariationSign variation={word.reading} />
          <span>{fullSignalWords(word, indicator)}</span>
        </p>
      )}
      {figure.measurement?.comment && <p class="figure-comment">{figure.measurement.comment}</p>}
    </div>
  )
}

const Verbs = ({
  series,
  at,
  mayMeasure,
}: {
  readonly series: Series
  readonly at: number
  readonly mayMeasure: boolean
}) => {
  const { quality, look } = useWorld()
  const { toast } = useModel()
  const figure = series.figures[at - 1]
  if (!figure) return null
  const isGiven = figure.state === 'done'
  const word = wordAt(series, at)
  const say = (text: string): void => {
    toast.value = { text, undo: () => void quality.undo() }
  }
  const mayChart = quality.mayChart(figure)
  const excluded = series.excluded.some((each) => each.at === at)
  const words = q()
  const explain = (
    <Explain
      name={`explain/${figure.room}/${figure.about}`}
      comment={figure.measurement?.comment ?? ''}
      isSignal={word !== undefined}
      onSave={(comment) => {
        quality.explainFigure(figure, comment)
        say(words.figure.explained)
        closeDialog()
      }}
    />
  )
  return (
    <div class="figure-verbs">
      {mayMeasure && !isGiven && (
        <FigureForm
          figure={figure}
          quality={quality}
          ground={look.ground.value}
          isComplete={isComplete(quality)}
          isFirst
          onSaved={(said) => {
            say(said)
            closeDialog()
          }}
        />
      )}
      {mayMeasure && isGiven && word && (figure.measurement?.comment ?? '') === '' && explain}
      {mayMeasure && isGiven && (figure.measurement?.comment ?? '') !== '' && (
        <Fold title={words.figure.changeComment}>{explain}</Fold>
      )}
      {mayMeasure && isGiven && (
        <Fold title={words.enter.correct}>
          <FigureForm
            figure={figure}
            quality={quality}
            ground={look.ground.value}
            isComplete={isComplete(quality)}
            onSaved={(said) => {
              say(said)
              closeDialog()
            }}
          />
        </Fold>
      )}
      {mayChart && isGiven && !excluded && (
        <Reasoned
          name={`exclude/${figure.room}/${figure.about}`}
          title={words.figure.exclude}
          text={words.figure.excludeText}
          label={words.figure.excludeReason}
          button={words.figure.exclude}
          onSave={(reason) => {
            quality.excludePoint(figure, figure.period, reason)
            say(words.figure.excluded(periodWords(figure.period)))
            closeDialog()
          }}
        />
      )}
      {mayChart && excluded && (
        <Button
          onClick={(event) => {
            quality.excludePoint(figure, figure.period, '')
            say(words.figure.included(periodWords(figure.period)))
            closeAround(event.currentTarget)
          }}
        >
          {words.figure.include}
        </Button>
      )}
      {mayChart && (
        <Fold title={words.figure.addEvent}>
          <EventForm
            series={series}
            period={figure.period}
            onSaved={(said) => {
              say(said)
              closeDialog()
            }}
          />
        </Fold>
      )}
      {mayMeasure && isGiven && (
        <Reasoned
          name={`take-back/${figure.room}/${figure.about}`}
          title={words.enter.takeBack}
          label={words.enter.takeBackReason}
          button={words.enter.takeBack}
          onSave={(reason) => {
            quality.takeBackFigure(figure, reason)
            say(words.enter.takenBack(periodWords(figure.period)))
            closeDialog()
          }}
        />
      )}
    </div>
  )
}

/** An act that is not there until it is wanted. */
const Fold = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div class="fold">
      <Button look="plain" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'right'} />
        {title}
      </Button>
      {isOpen && children}
    </div>
  )
}

const closeDialog = (): void => document.querySelector<HTMLDialogElement>('dialog[open]')?.close()

const Explain = ({
  name,
  comment: before,
  isSignal,
  onSave,
}: {
  readonly name: string
  readonly comment: string
  readonly isSignal: boolean
  readonly onSave: (comment: string) => void
}) => {
  const { quality } = useWorld()
  const draft = useFormDraft(quality.drafts, name, () => ({ comment: before }))
  const { comment } = draft.form
  return (
    <form
      class="figure-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (comment.trim() === before) return
        draft.clear()
        onSave(comment.trim())
      }}
    >
      <Restored draft={draft} />
      <Field
        label={isSignal ? q().enter.commentAsked : q().enter.comment}
        hint={isSignal ? q().enter.commentHint : undefined}
      >
        {(input) => (
          <textarea
            {...input}
            rows={2}
            maxLength={2000}
            value={comment}
            onInput={({ currentTarget }) => draft.set({ comment: currentTarget.value })}
          />
        )}
      </Field>
      <div class="form-foot">
        <Button type="submit" look="primary">
          {q().figure.explain}
        </Button>
      </div>
    </form>
  )
}

/** An act that needs a reason, folded away until it is wanted. */
const Reasoned = ({
  name,
  title,
  text,
  label,
  button,
  onSave,
}: {
  readonly name: string
  readonly title: string
  readonly text?: string
  readonly label: string
  readonly button: string
  readonly onSave: (reason: string) => void
}) => {
  const { quality } = useWorld()
  const draft = useFormDraft(quality.drafts, name, () => ({ reason: '' }))
  const { reason } = draft.form
  const [isAsked, setIsAsked] = useState(false)
  return (
    <Fold title={title}>
      <form
        class="figure-form"
        onSubmit={(event) => {
          event.preventDefault()
          setIsAsked(true)
          if (reason.trim() === '') return
          draft.clear()
          onSave(reason.trim())
        }}
      >
        {text && <p class="quiet">{text}</p>}
        <Field label={label} error={isAsked && reason.trim() === '' ? q().figure.needReason : undefined}>
          {(input) => (
            <input
              {...input}
              maxLength={1000}
              value={reason}
              onInput={({ currentTarget }) => draft.set({ reason: currentTarget.value })}
            />
          )}
        </Field>
        <div class="form-foot">
          <Button type="submit">{button}</Button>
        </div>
      </form>
    </Fold>
  )
}
