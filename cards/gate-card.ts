/** Before a first contact ends: is there a plan, is there a regisseur, since when, and what was looked at. */
import { z } from 'zod';
import type { Day } from '../cases/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { adaptiveCard, button, errorLine, fact, heading, line, type Words } from './elements.ts';
import { pastDay } from './forms/fields.ts';
import { type Attempt, cardRefSchema, dateInput } from './inputs.ts';

/** What the form submits, with verb `save-gate`. */
export const gateSubmitSchema = (today: Day) => z.object({ cardRef: cardRefSchema, contactOn: pastDay(today) });

export interface GateForm {
  readonly cardRef: string;
  readonly label: string;
  readonly today: Day;
  readonly attempt: Attempt;
  /** Why it is shown again. */
  readonly note?: string | undefined;
}

export function gateFormCard({ cardRef, label, today, attempt, note }: GateForm, words: Words): AdaptiveCard {
  const wrong = Object.keys(attempt.errors).length > 0;
  return adaptiveCard({
    fallbackText: words('werk.samenvatting'),
    body: [
      heading(words('poort.kop')),
      ...(note === undefined ? [] : [errorLine(note)]),
      ...(wrong ? [errorLine(words('fout.werk.boven'))] : []),
      fact(words('kaart.gezin'), label),
      line(words('poort.uitleg')),
      ...dateInput({
        id: 'contactOn',
        label: words('veld.contactOn'),
        errorMessage: words('fout.werk.contactOn'),
        attempt,
        prefilled: today,
      }),
    ],
    actions: [button({ title: words('poort.doe'), verb: 'save-gate', cardRef, style: 'positive', withInputs: true })],
  });
}
