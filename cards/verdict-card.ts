import { z } from 'zod';
import type { OnePlanFinding } from '../cases/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { dutchMoment } from './dutch-date.ts';
import { adaptiveCard, button, dataLine, heading, line, run, runs, subheading, type Words } from './elements.ts';
import { type Checked, findingLines } from './finding.ts';
import { cardRefSchema } from './inputs.ts';

/** What the button of a verdict submits, with verb `form`. */
export const formSubmitSchema = z.object({ cardRef: cardRefSchema });

export interface Verdict extends Checked {
  readonly label: string;
  readonly lookedAt: Date;
  /** Plan kinds that count, from the settings of the municipality. */
  readonly planKinds: readonly string[];
  /** Set when the reader may file from here. */
  readonly fileRef: string | null;
}

/** The answer to "one plan, one regisseur?": what was found, since when, what was looked at and what comes next. */
export function verdictCard(verdict: Verdict, words: Words): AdaptiveCard {
  const { finding, familyCase, label, lookedAt, planKinds, fileRef } = verdict;
  return adaptiveCard({
    fallbackText: words('check.samenvatting'),
    body: [
      heading(words('check.kop')),
      runs(run(label, { bold: true })),
      { ...line(words(`check.${finding.kind}`)), weight: 'Bolder', color: colours[finding.kind] },
      ...findingLines(verdict, words),
      subheading(words('check.bekeken')),
      dataLine(words('check.bekeken.register', { soorten: planKinds.join(', ') })),
      ...familyCase.sources.map((source) => runs(ownRun(`${words('check.bekeken.bron')} `), run(source))),
      dataLine(words('check.bekeken.moment', { moment: dutchMoment(lookedAt.toISOString()) })),
      line(words(`check.stap.${finding.kind}`)),
    ],
    actions:
      fileRef === null || finding.kind === 'in-order'
        ? []
        : [button({ title: words('check.leg-voor'), verb: 'form', cardRef: fileRef })],
  });
}

/** Beside the colour there is always the sentence itself: nobody has to see the colour. */
const colours: Record<OnePlanFinding['kind'], string> = {
  'in-order': 'Good',
  deviates: 'Attention',
  unknown: 'Warning',
};

function ownRun(text: string) {
  return { type: 'TextRun', text };
}
