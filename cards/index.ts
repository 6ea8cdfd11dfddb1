/** cards/: typed Adaptive Card builders, each next to the zod schema of what it submits. Wording comes from `knowledge/`. */
export type { AdaptiveCard, CardElement } from './adaptive-card.ts';
export { aftercareCard } from './aftercare-card.ts';
export {
  answerSchema,
  askedDoneCard,
  askedFormCard,
  askedOf,
  askedOfYouCard,
  askedSubmitSchema,
} from './asked-of-you.ts';
export { choiceRef, inLetters } from './choice-ref.ts';
export { decidedCard, type Pressed } from './decided-card.ts';
export { dutchDate, dutchDay } from './dutch-date.ts';
export { type Words, wordsOf } from './elements.ts';
export { escalationBaseCard, openSubmitSchema } from './escalation-base-card.ts';
export { escalationCard } from './escalation-card.ts';
export { decideForm, deskForms } from './desk/all-forms.ts';
export { readDecision } from './desk/decide-forms.ts';
export { complaintAnswerCard } from './desk/complaint-answer-card.ts';
export { decidedDeskCard } from './desk/decided-desk-card.ts';
export {
  type DeskForm,
  deskFormCard,
  deskSubmitSchema,
  faultOf,
  TYPED_BACK,
  typedWords,
} from './desk/desk-form.ts';
export type { DeskFrame, DeskView } from './desk/desk-view.ts';
export { normsCard } from './desk/norms-card.ts';
export { overviewCard } from './desk/overview-card.ts';
export { ownWordsCard, wordsSubmitSchema } from './desk/own-words-card.ts';
export { type DayRow, dayLines } from './desk/day-lines.ts';
export { promisesInOrder } from './desk/promise-order.ts';
export {
  partOfPromises,
  type PromiseAction,
  type PromiseRow,
  promisesCard,
  promisesSubmitSchema,
} from './desk/promises-card.ts';
export { publishedCard } from './desk/published-card.ts';
export { whomInWords } from './desk/whom.ts';
export { timelineCard } from './desk/timeline.ts';
export { stepBefore, stepInWords } from './desk/was-first.ts';
export { factsCard } from './desk/why.ts';
export { filerStateCard, newsTitle, tellsParent } from './filer-state-card.ts';
export { type FigureRow, figureRows, figuresCard } from './figures-card.ts';
export { type ShownFigures, shownFigures } from './shown-figures.ts';
export { filedCard, withdrawSubmitSchema } from './filed-card.ts';
export { fileSubmitSchema, filingFormCard } from './filing-form-card.ts';
export { forSubmit } from './for-submit.ts';
export { workForms } from './forms/all-forms.ts';
export {
  type FormContext,
  isFieldId,
  type WorkForm,
  workFormCard,
  workSubmitSchema,
} from './forms/form.ts';
export { promiseChosen } from './forms/promises.ts';
export { refusedReferral } from './forms/referrals.ts';
export { notToRetell } from './forms/workers.ts';
export { gateFormCard, gateSubmitSchema } from './gate-card.ts';
export { type Attempt, firstAttempt, typedValues } from './inputs.ts';
export { menuCard } from './menu-card.ts';
export { checkSubmitSchema, type FamilyRow, pickFamilyCard } from './pick-family-card.ts';
export { onDeskOf } from './on-desk.ts';
export { providersCard } from './providers-card.ts';
export { recordedCard } from './recorded-card.ts';
export { saidCard } from './said-card.ts';
export { findingChosen, hasFollowCode, pushSubmitSchema, stopSubmitSchema, stuckCardCard } from './stuck-card.ts';
export { plainStuckSentence, signalSentence, stuckSentence } from './stuck-sentence.ts';
export { formSubmitSchema, verdictCard } from './verdict-card.ts';
export { typedBackCard } from './typed-back-card.ts';
export { digestCard, digestCounts, openWorkSubmitSchema, workCard } from './work-card.ts';
