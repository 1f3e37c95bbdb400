/** What is said in English about answers that somebody else looks at. */
import type { ReviewsText } from './reviews.nl'

const answers = (count: number): string => (count === 1 ? '1 answer' : `${count} answers`)

export const reviewsEn: ReviewsText = {
  title: 'To review',
  intro: 'Answers of others that wait for your review. Nobody reviews his own answer.',
  count: (count) => `${answers(count)} to review.`,
  none: 'There is nothing to review',
  noneNext: 'As soon as somebody answers a check that you are to review, it is here.',
  unasked: 'Other answers that wait',
  unaskedIntro: 'You may review these, but are not asked to: they wait for somebody else.',
  returned: 'Sent back to you',
  returnedIntro: 'Change your answer, or submit it again.',
  sent: 'Waiting for somebody else’s review',
  sentBy: (names) => `waits for ${names}`,
  answered: (name, when) => `${name}, ${when}`,
  openCheck: (title) => `Open ${title}`,

  here: {
    title: 'Review',
    ask: (name) => `${name} gave this answer. Is it right?`,
    waiting: (names) => `This answer waits for a review by ${names}.`,
    waitingNobody:
      'This answer waits for a review, but nobody else may review it here. Ask the coordinator to name a reviewer.',
    own: 'Your own answer is reviewed by somebody else.',
    accepted: (name, when) => `Reviewed by ${name}, ${when}.`,
    returned: (name) => `Sent back by ${name}`,
    returnedNext: 'Give a new answer below, or submit this answer again.',
    clash: 'Two people reviewed this apart and judged differently. Review it again: that judgement holds.',
    otherwise: 'Judge otherwise after all',
    submit: 'Ask for a review',
    again: 'Submit again',
    submitted: (title) => `“${title}” has been submitted for review.`,
  },
  form: {
    accept: 'It is right',
    acceptOf: (title) => `It is right: ${title}`,
    return: 'Send back',
    returnOf: (title) => `Send back: ${title}`,
    remark: 'What should be different?',
    remarkHint: 'Your remark stands with the answer, also for those who look later.',
    send: 'Send back with a remark',
    accepted: (title) => `“${title}” has been reviewed.`,
    returned: (title) => `“${title}” has been sent back.`,
  },
  problems: {
    'not-answered': 'This answer has been taken back meanwhile. Nothing was saved.',
    'own-answer': 'This is your own answer, so somebody else reviews it. Nothing was saved.',
    'remark-missing':
      'First write what should be different. Without a remark the other does not know what to do.',
    'not-for-you': 'You may not review this answer. Nothing was saved.',
    unknown: 'This was not saved. Nothing was changed.',
  },
}
