/** What the computer saw in the own words, for the top of the card: possible danger, whatever was answered. */
import { type Escalation, filingsOf } from '../cases/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { dutchDate } from './dutch-date.ts';
import { errorLine, fact, quote, type Words } from './elements.ts';

/** Of everybody who filed and did not take it back; the sentences are whole, with the seal of the words they stand in. */
export function dangerLines(escalation: Escalation, words: Words): readonly CardElement[] {
  const filings = filingsOf(escalation).filter(({ danger = [], withdrawn }) => danger.length > 0 && withdrawn === null);
  return filings.flatMap(({ danger = [], ownWords: { sha256, writtenAt } }) => [
    errorLine(words('escalatie.gevaar')),
    ...danger.map((one) => quote(one)),
    fact(words('escalatie.zegel'), `${sha256.slice(0, 12)}, ${dutchDate(writtenAt)}`),
  ]);
}
