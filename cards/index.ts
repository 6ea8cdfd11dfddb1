/** cards/: typed Adaptive Card builders, each next to the zod schema of what it submits. Wording comes from `knowledge/`. */
export type { AdaptiveCard, CardElement } from './adaptive-card.ts';
export { decidedCard } from './decided-card.ts';
export { dutchDate, dutchDay } from './dutch-date.ts';
export { wordsOf } from './elements.ts';
export { escalationBaseCard, openSubmitSchema } from './escalation-base-card.ts';
export { decideSubmitSchema, escalationCard } from './escalation-card.ts';
export { filedCard, withdrawSubmitSchema } from './filed-card.ts';
export { fileSubmitSchema, filingFormCard } from './filing-form-card.ts';
export { forSubmit } from './for-submit.ts';
export { type Attempt, firstAttempt, typedValues } from './inputs.ts';
export { checkSubmitSchema, type FamilyRow, pickFamilyCard } from './pick-family-card.ts';
export { formSubmitSchema, verdictCard } from './verdict-card.ts';
