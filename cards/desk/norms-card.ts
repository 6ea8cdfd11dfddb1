/** The two norms of the ombudsman as questions with an answer and what it rests on; the annex to a complaint answer. */
import type { NormEvidence, NormFinding } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { adaptiveCard, button, dataLine, fact, heading, runs, type Words } from '../elements.ts';
import type { DeskView } from './desk-view.ts';
import { newest } from './lines.ts';
import { withinSize } from '../within-size.ts';

const MOST_EVIDENCE = 4;
const marks = { yes: '✔', no: '✖', unknown: '?' } as const;

export function normsCard(view: DeskView, norms: readonly NormFinding[], words: Words): AdaptiveCard {
  const { cardRef, escalation, today } = view;
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('bureau.normen'),
      body: [
        heading(words('bureau.normen')),
        fact(words('kaart.nummer'), escalation.number),
        dataLine(words('bureau.normen-op', { datum: dutchDay(today) })),
        ...norms.flatMap((norm) => normLines(norm, scale, words)),
      ],
      actions: [button({ title: words('bureau.knop.terug'), verb: 'open', cardRef })],
    }),
  );
}

function normLines({ norm, answer, evidence }: NormFinding, scale: number, words: Words): readonly CardElement[] {
  return [
    runs(
      { type: 'TextRun', text: `${norm} ${marks[answer]} `, weight: 'Bolder' },
      { type: 'TextRun', text: `${words(`norm.${norm}`)} ${words(`formulier.${answer}`)}.` },
    ),
    ...newest(evidence, MOST_EVIDENCE * scale, (one) => [evidenceLine(one, words)], words('bureau.eerdere')),
  ];
}

function evidenceLine({ code, on, count }: NormEvidence, words: Words): CardElement {
  const values = { datum: on === null ? '' : dutchDay(on), aantal: count === null ? '' : String(count) };
  return dataLine(`– ${words(`norm.bewijs.${code}`, values)}${on === null ? '' : ` (${values.datum})`}`);
}
