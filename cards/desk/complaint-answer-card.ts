/** The answer to a complaint as it was given: every statement with its finding, the reason and the facts beside it. */
import type { Complaint, ComplaintStatement } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDate } from '../dutch-date.ts';
import { adaptiveCard, button, fact, heading, line, subheading, type Words } from '../elements.ts';
import { factLine } from './complaint-form.ts';
import { lessonLines } from './decided-desk-card.ts';
import type { DeskView } from './desk-view.ts';
import { newest, shortened } from './lines.ts';
import { withinSize } from '../within-size.ts';

const STATEMENT = 1000;
const MOST_STATEMENTS = 20;

export function complaintAnswerCard({ cardRef, escalation }: DeskView, words: Words): AdaptiveCard {
  const complaint = escalation.complaints.findLast(({ answered }) => answered !== null);
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('bureau.klachtantwoord'),
      body: [
        heading(words('bureau.klachtantwoord')),
        fact(words('kaart.nummer'), escalation.number),
        ...(complaint === undefined ? [line(words('bureau.geen-klachtantwoord'))] : answer(complaint, scale, words)),
      ],
      actions: [button({ title: words('bureau.knop.terug'), verb: 'open', cardRef })],
    }),
  );
}

function answer({ at, statements, answered }: Complaint, scale: number, words: Words): readonly CardElement[] {
  return [
    fact(words('bureau.klacht-van'), dutchDate(at)),
    ...(answered === null ? [] : [fact(words('besloten.door'), `${answered.by.name}, ${dutchDate(answered.at)}`)]),
    ...newest(
      statements.map((one, place) => ({ one, place })),
      MOST_STATEMENTS * Math.max(scale, 0.5),
      ({ one, place }) => statementLines(one, place, scale, words),
      words('bureau.eerdere'),
    ),
    ...(answered === null ? [] : [subheading(words('bureau.les')), ...lessonLines(answered.lesson, scale, words)]),
  ];
}

function statementLines(
  { words: said, answer: given }: ComplaintStatement,
  place: number,
  scale: number,
  words: Words,
): readonly CardElement[] {
  return [
    subheading(words('bureau.uitspraak', { nummer: String(place + 1) })),
    ...shortened(said.text, STATEMENT * scale, words),
    ...(given === null
      ? []
      : [
          line(words(`bureau.oordeel.${given.finding}`)),
          ...shortened(given.reason, STATEMENT * scale, words),
          ...given.facts.map((one, at) => factLine(one, String(at + 1), words)),
        ]),
  ];
}
