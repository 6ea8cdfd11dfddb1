/** The own words, whole: in as many parts as a card needs. */
import { z } from 'zod';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { dutchDate } from '../dutch-date.ts';
import { adaptiveCard, fact, heading, quote, type Words } from '../elements.ts';
import { cardRefSchema } from '../inputs.ts';
import { partsOf } from '../shown-text.ts';
import type { DeskFrame } from './desk-view.ts';
import { pageButton } from './page-button.ts';

/** What "lees verder" submits, with verb `words`; `part` counts from 1. */
export const wordsSubmitSchema = z.object({
  cardRef: cardRefSchema,
  part: z
    .string()
    .regex(/^\d{1,2}$/)
    .default('1'),
});

export function ownWordsCard({ cardRef, escalation }: DeskFrame, part: number, words: Words): AdaptiveCard {
  const { text, sha256, writtenAt } = escalation.ownWords;
  const parts = partsOf(text);
  const place = Math.min(Math.max(part, 1), parts.length);
  return adaptiveCard({
    fallbackText: words('escalatie.samenvatting'),
    body: [
      heading(words('escalatie.woorden')),
      fact(words('kaart.nummer'), escalation.number),
      fact(words('bureau.deel'), `${place} / ${parts.length}`),
      quote(parts[place - 1] ?? ''),
      fact(words('escalatie.zegel'), `${sha256}, ${dutchDate(writtenAt)}`),
    ],
    actions: [
      ...(place < parts.length
        ? [pageButton({ title: words('bureau.knop.lees-verder'), verb: 'words', cardRef, part: place + 1 })]
        : []),
      ...(place > 1
        ? [pageButton({ title: words('bureau.knop.lees-terug'), verb: 'words', cardRef, part: place - 1 })]
        : []),
      pageButton({ title: words('bureau.knop.terug'), verb: 'open', cardRef }),
    ],
  });
}
