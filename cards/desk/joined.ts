/** Others who put the same family on the desk: their own words beside those of who leads, the newest below. */
import { type Escalation, filingsOf, type JoinedFiling } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDate } from '../dutch-date.ts';
import { fact, line, type Words } from '../elements.ts';
import { summaryTitle } from '../summary-title.ts';
import { newest, section, shortened } from './lines.ts';

const MOST_FILINGS = 4;
const LONGEST = 1500;

export function joinedLines(escalation: Escalation, scale: number, words: Words): readonly CardElement[] {
  const others = filingsOf(escalation).slice(1);
  return section(
    words('escalatie.ook-voorgelegd'),
    newest(others, MOST_FILINGS * scale, (one) => filingLines(one, LONGEST * scale, words), words('bureau.eerdere')),
  );
}

function filingLines(filing: JoinedFiling, longest: number, words: Words): readonly CardElement[] {
  const { ownWords, summary, withdrawn } = filing;
  const { text, sha256, writtenAt } = ownWords;
  const date = dutchDate(writtenAt);
  return [
    ...byWhom(filing, words),
    ...(text.trim() === ''
      ? [fact(words('escalatie.filed'), date)]
      : [...shortened(text, longest, words), fact(words('escalatie.zegel'), `${sha256.slice(0, 12)}, ${date}`)]),
    ...(summary === null ? [] : [line(summaryTitle(filing, words)), ...shortened(summary, longest, words)]),
    ...(withdrawn === null ? [] : [fact(words('escalatie.deel-ingetrokken'), dutchDate(withdrawn.at))]),
  ];
}

export function byWhom({ filedBy: { kind, name } }: JoinedFiling, words: Words): readonly CardElement[] {
  const title = words(`escalatie.door.${kind}`);
  return [name === null ? line(title) : fact(title, name)];
}
