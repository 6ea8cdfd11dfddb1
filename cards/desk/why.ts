/** Why it lies here: what the rules found, the signals that nobody dealt with, and the dated facts. */
import type { Fact, FamilyCase, Signal } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { adaptiveCard, button, fact, heading, line, run, runs, type Words } from '../elements.ts';
import { signalSentence, stuckSentence } from '../stuck-sentence.ts';
import type { DeskView } from './desk-view.ts';
import { mixed, newest, section, shortened } from './lines.ts';
import { withinSize } from '../within-size.ts';

const MOST_FINDINGS = 8;
const MOST_SIGNALS = 8;
const MOST_FACTS = 5;
const MOST_ON_PAGE = 60;
const NOTE = 300;

export function whyLines({ familyCase }: DeskView, scale: number, words: Words): readonly CardElement[] {
  const { stuck, signals, facts } = familyCase;
  const open = signals.filter(({ handled }) => handled === null);
  const more = words('bureau.eerdere');
  return [
    ...section(
      words('bureau.waarom'),
      newest(
        stuck.findings,
        MOST_FINDINGS * scale,
        (finding) => [
          runs(run(finding.rule, { bold: true }), {
            type: 'TextRun',
            text: ` ${stuckSentence(finding, facts, words)}`,
          }),
        ],
        more,
      ),
    ),
    ...section(
      words('bureau.signalen'),
      newest(open, MOST_SIGNALS * scale, (one) => signalLines(one, familyCase, words), more),
    ),
    ...section(
      words('bureau.feiten'),
      newest(inOrder(facts), MOST_FACTS * scale, (one) => factLines(one, NOTE * scale, words), more),
    ),
  ];
}

function signalLines({ code, factId, due }: Signal, { facts }: FamilyCase, words: Words): readonly CardElement[] {
  const on = facts.find(({ id }) => id === factId)?.date;
  return [
    mixed(
      ...(on === undefined ? [] : [{ data: dutchDay(on), strong: true }, ': ']),
      `${signalSentence(code, words)}, ${words('bureau.voor')} `,
      { data: dutchDay(due) },
    ),
  ];
}

const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  [...facts].sort((one, other) => one.date.localeCompare(other.date) || one.seq - other.seq);

function factLines({ date, signals, note, by }: Fact, longest: number, words: Words): readonly CardElement[] {
  const what = signals.map((code) => signalSentence(code, words)).join(' · ');
  return [
    mixed({ data: dutchDay(date), strong: true }, `: ${what}${what === '' ? '' : ' '}(`, { data: by.name }, ')'),
    ...(note === null ? [] : shortened(note, longest, words)),
  ];
}

/** Every dated fact of the family that fits, the newest below. */
export function factsCard(view: DeskView, words: Words): AdaptiveCard {
  const { cardRef, escalation, familyCase, label } = view;
  const facts = inOrder(familyCase.facts);
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('escalatie.samenvatting'),
      body: [
        heading(words('bureau.alle-feiten')),
        fact(words('kaart.nummer'), escalation.number),
        fact(words('kaart.gezin'), label),
        ...(facts.length === 0 ? [line(words('bureau.geen-feiten'))] : []),
        ...newest(
          facts,
          MOST_ON_PAGE * scale,
          (one) => factLines(one, 2 * NOTE * scale, words),
          words('bureau.eerdere'),
        ),
      ],
      actions: [button({ title: words('bureau.knop.terug'), verb: 'open', cardRef })],
    }),
  );
}
