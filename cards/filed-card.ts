import { z } from 'zod';
import type { Escalation } from '../cases/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, fact, heading, line, type Words } from './elements.ts';
import { cardRefSchema, firstAttempt, textInput } from './inputs.ts';

const MOST_REASON = 2000;

/** What the button of this card submits, with verb `withdraw`. */
export const withdrawSubmitSchema = z.object({
  cardRef: cardRefSchema,
  reason: z.string().max(MOST_REASON).default(''),
});

export interface FiledNews {
  readonly cardRef: string;
  readonly escalation: Escalation;
  /** Null when it was shown before: the code is kept nowhere. */
  readonly followCode: string | null;
}

/** Takes the place of the form: number, date, the code for the parent, and the way back. */
export function filedCard({ cardRef, escalation, followCode }: FiledNews, words: Words): AdaptiveCard {
  return adaptiveCard({
    fallbackText: words('ingediend.samenvatting'),
    body: [
      heading(words('ingediend.kop')),
      fact(words('kaart.nummer'), escalation.number),
      fact(words('ingediend.datum'), dutchDay(escalation.due)),
      ...(followCode === null
        ? []
        : [fact(words('ingediend.volgcode'), followCode), line(words('ingediend.volgcode.uitleg'))]),
      ...textInput({
        id: 'reason',
        label: words('ingediend.intrekken.reden'),
        errorMessage: words('fout.summary'),
        attempt: firstAttempt,
        isRequired: false,
        maxLength: MOST_REASON,
      }),
    ],
    actions: [
      button({
        title: words('ingediend.intrekken'),
        verb: 'withdraw',
        cardRef,
        style: 'destructive',
        withInputs: true,
      }),
    ],
  });
}
