/** The own words, whole: in as many parts as a card needs. */
import { z } from 'zod';
import { type Escalation, filingsOf } from '../../cases/index.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { dutchDate } from '../dutch-date.ts';
import { adaptiveCard, fact, heading, quote, type Words } from '../elements.ts';
import { cardRefSchema } from '../inputs.ts';
import { partsOf } from '../shown-text.ts';
import type { DeskFrame } from './desk-view.ts';
import { byWhom } from './joined.ts';
import { pageButton } from './page-button.ts';

/** What "lees verder" submits, with verb `words`; `part` counts from 1. */
export const wordsSubmitSchema = z.object({
  cardRef: cardRefSchema,
  part: z
    .string()
    .regex(/^\d{1,2}$/)
    .default('1'),
});

/** Of everybody who filed, one after the other: who leads comes first. */
function pagesOf(escalation: Escalation) {
  const filings = filingsOf(escalation).filter(({ ownWords }, at) => at === 0 || ownWords.text.trim() !== '');
  return filings.flatMap((filing) => partsOf(filing.ownWords.text).map((part) => ({ part, filing })));
}

export function ownWordsCard({ cardRef, escalation }: DeskFrame, part: number, words: Words): AdaptiveCard {
  const pages = pagesOf(escalation);
  const place = Math.min(Math.max(part, 1), pages.length);
  const page = pages[place - 1];
  const { sha256, writtenAt } = page?.filing.ownWords ?? escalation.ownWords;
  return adaptiveCard({
    fallbackText: words('escalatie.samenvatting'),
    body: [
      heading(words('escalatie.woorden')),
      fact(words('kaart.nummer'), escalation.number),
      ...(page === undefined || escalation.joined.length === 0 ? [] : byWhom(page.filing, words)),
      fact(words('bureau.deel'), `${place} / ${pages.length}`),
      quote(page?.part ?? ''),
      fact(words('escalatie.zegel'), `${sha256}, ${dutchDate(writtenAt)}`),
    ],
    actions: [
      ...(place < pages.length
        ? [pageButton({ title: words('bureau.knop.lees-verder'), verb: 'words', cardRef, part: place + 1 })]
        : []),
      ...(place > 1
        ? [pageButton({ title: words('bureau.knop.lees-terug'), verb: 'words', cardRef, part: place - 1 })]
        : []),
      pageButton({ title: words('bureau.knop.terug'), verb: 'open', cardRef }),
    ],
  });
}
