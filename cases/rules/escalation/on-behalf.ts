/** Filing for somebody else: only with consent, and it is written down how and when it was given. */
import type { OnBehalf } from '../../model.ts';
import { problemOfOptional, problemOfPast, problemOfText } from '../fields.ts';
import { tidy, tidyOrNull } from './words.ts';

export interface OnBehalfInput {
  readonly relation: OnBehalf['relation'];
  readonly name: string | null;
  /** `null`: nobody asked the family, and then nothing is filed. */
  readonly consent: { readonly how: string; readonly on: string } | null;
}

export const problemsOfBehalf = ({ name, consent }: OnBehalfInput, now: Date) => ({
  onBehalfName: problemOfOptional(name),
  consent: consent === null ? 'missing' : problemOfText(consent.how),
  consentOn: consent === null ? undefined : problemOfPast(consent.on, now),
});

/** Of an input in which nothing was wrong. */
export const behalfOf = ({ relation, name, consent }: OnBehalfInput): OnBehalf | null =>
  consent === null ? null : { relation, name: tidyOrNull(name), consent: { how: tidy(consent.how), on: consent.on } };
