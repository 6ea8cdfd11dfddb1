import { z } from 'zod';
import { type CompleteCheck, localDay, type OnePlanFinding } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { adaptiveCard, button, dataLine, heading, line, run, runs, subheading, type Words } from './elements.ts';
import {
  continuityLines,
  deviationLines,
  evidenceLines,
  gateLines,
  partyLines,
  requestLines,
  taskLines,
  wallLines,
} from './family-lines.ts';
import { type Checked, findingLines } from './finding.ts';
import { cardRefSchema } from './inputs.ts';
import { type OnDesk, onDeskLines } from './on-desk.ts';
import { mainButtons } from './work-buttons.ts';

/** What the button of a verdict submits, with verb `form`. */
export const formSubmitSchema = z.object({ cardRef: cardRefSchema });

export interface Verdict extends Checked {
  readonly label: string;
  readonly complete: CompleteCheck;
  readonly lookedAt: Date;
  /** Plan kinds that count, from the settings of the municipality. */
  readonly planKinds: readonly string[];
  /** Set when the reader may file and write down from here. */
  readonly fileRef: string | null;
  /** What lies with the aanspreekpunt already; absent: nothing. */
  readonly onDesk?: OnDesk | undefined;
  /** A sentence above everything: what was just done. */
  readonly note?: string | undefined;
}

/** The answer to "one plan, one regisseur?": what was found, since when, what was looked at and what comes next. */
export function verdictCard(verdict: Verdict, words: Words): AdaptiveCard {
  const { finding, familyCase, complete, label, lookedAt, planKinds, fileRef, note } = verdict;
  const today = localDay(lookedAt);
  return adaptiveCard({
    fallbackText: words('check.samenvatting'),
    body: [
      ...(note === undefined ? [] : [dataLine(note)]),
      heading(words('check.kop')),
      runs(run(label, { bold: true })),
      { ...line(words(`check.${finding.kind}`)), weight: 'Bolder', color: colours[finding.kind] },
      ...findingLines(verdict, words),
      ...deviationLines(complete, familyCase, words),
      ...nextStep(verdict, words),
      ...requestLines(familyCase, words),
      ...partyLines(familyCase, words),
      ...taskLines(familyCase, today, words),
      ...wallLines(familyCase, words),
      ...continuityLines(familyCase, today, words),
      subheading(words('check.bekeken')),
      dataLine(words('check.bekeken.register', { soorten: planKinds.join(', ') })),
      ...evidenceLines(complete, familyCase, words),
      ...gateLines(familyCase, words),
    ],
    actions: fileRef === null ? [] : buttons(verdict, fileRef, words),
  });
}

/** "Nothing to do" is only said when no deviation has a next step of its own. */
function nextStep(verdict: Verdict, words: Words): readonly CardElement[] {
  const { finding, complete, onDesk } = verdict;
  const { kind } = finding;
  const lies = onDesk === undefined ? [] : onDeskLines(onDesk, mayAdd(verdict), words);
  if (lies.length > 0 && kind === 'deviates') return lies;
  return [...lies, ...toDo(kind, complete, words)];
}

/** Who joins an open question brings own words, and gets the family a follow code of its own. */
const mayAdd = ({ finding, fileRef, onDesk }: Verdict): boolean =>
  finding.kind !== 'in-order' && fileRef !== null && onDesk?.isOwn === false;

function toDo(kind: OnePlanFinding['kind'], complete: CompleteCheck, words: Words): readonly CardElement[] {
  return kind === 'in-order' && complete.deviations.length > 0 ? [] : [line(words(`check.stap.${kind}`))];
}

function buttons(verdict: Verdict, cardRef: string, words: Words): readonly CardElement[] {
  const { finding, familyCase, onDesk } = verdict;
  const offersFiling = onDesk === undefined ? finding.kind !== 'in-order' : mayAdd(verdict);
  const title = words(onDesk === undefined ? 'check.leg-voor' : 'check.voeg-toe');
  const stuck = familyCase.stuck.findings.length > 0;
  const more = mainButtons({ cardRef, stuck, aftercare: familyCase.aftercare !== null }, words);
  return [...(offersFiling ? [button({ title, verb: 'form', cardRef })] : []), ...more];
}

/** Beside the colour there is always the sentence itself: nobody has to see the colour. */
const colours: Record<OnePlanFinding['kind'], string> = {
  'in-order': 'Good',
  deviates: 'Attention',
  unknown: 'Warning',
};
