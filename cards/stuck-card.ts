/** The one card of a family that is stuck: every finding a sentence with its facts, and two things to do about it. */
import { z } from 'zod';
import {
  type Day,
  type FamilyCase,
  filingsOf,
  openProposals,
  type StuckCard,
  type StuckFinding,
} from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { choiceRef } from './choice-ref.ts';
import { typedBack } from './decided-card.ts';
import { dutchDay } from './dutch-date.ts';
import {
  adaptiveCard,
  button,
  dataLine,
  errorLine,
  fact,
  heading,
  line,
  quote,
  run,
  runs,
  sentence,
  subheading,
  type Words,
} from './elements.ts';
import { reason } from './forms/fields.ts';
import { type Attempt, cardRefSchema, choiceInput, textInput } from './inputs.ts';
import { stuckSentence } from './stuck-sentence.ts';

const MOST_FINDINGS = 10;
const MOST_REASON = 4000;

/** What the button "put it on the desk" submits, with verb `push-finding`. */
export const pushSubmitSchema = z.object({ cardRef: cardRefSchema, finding: z.string() });
/** What the button "stop" submits, with verb `stop-finding`. The parent can read the reason. */
export const stopSubmitSchema = z.object({ cardRef: cardRefSchema, finding: z.string(), reason });

export interface StuckView {
  readonly cardRef: string;
  readonly label: string;
  readonly familyCase: FamilyCase;
  readonly card: StuckCard | null;
  readonly today: Day;
  readonly attempt: Attempt;
  /** Why a press changed nothing. */
  readonly note?: string | undefined;
}

/** Findings that a worker can still stop. */
export function stoppable({ stuck }: FamilyCase): readonly StuckFinding[] {
  const stopped = new Set(stuck.stops.map(({ key }) => key));
  return stuck.findings.filter(({ key, mode }) => mode !== 'warn' && !stopped.has(key));
}

/** The finding that was chosen. */
export function findingChosen({ stuck }: FamilyCase, finding: string): StuckFinding | undefined {
  return stuck.findings.find(({ key }) => choiceRef(key) === finding);
}

/** What the stuck rules put on the desk has no code that anybody knows. */
export function hasFollowCode({ escalations }: FamilyCase): boolean {
  return escalations.flatMap(filingsOf).some(({ filedBy }) => filedBy.kind !== 'system');
}

export function stuckCardCard(view: StuckView, words: Words): AdaptiveCard {
  const { cardRef, label, familyCase, today, attempt, note } = view;
  const proposals = openProposals(familyCase, today);
  const open = stoppable(familyCase);
  const wrong = Object.keys(attempt.errors).length > 0;
  const { reason: typed = '' } = attempt.typed;
  return adaptiveCard({
    fallbackText: words('stuk.samenvatting'),
    body: [
      ...(note === undefined ? [] : [dataLine(note)]),
      heading(words('stuk.kop')),
      fact(words('kaart.gezin'), label),
      ...(wrong && open.length === 0 ? [errorLine(words('fout.werk.finding'))] : []),
      ...stuckStateLines(view, words),
      ...findings(view, words),
      ...(open.length === 0 ? typedBack(typed, words) : stopForm(open, { view, wrong }, words)),
    ],
    actions: [
      ...(proposals.length === 0
        ? []
        : [
            button({
              title: words('stuk.op-bureau'),
              verb: 'push-finding',
              cardRef,
              style: 'positive',
              withInputs: true,
            }),
          ]),
      ...(open.length === 0
        ? []
        : [
            button({
              title: words('stuk.stoppen'),
              verb: 'stop-finding',
              cardRef,
              style: 'destructive',
              withInputs: true,
            }),
          ]),
      button({ title: words('knop.check'), verb: 'check', cardRef }),
    ],
  });
}

/** Where the card is: on whose desk, by when. */
export function stuckStateLines(
  { card, familyCase }: Pick<StuckView, 'card' | 'familyCase'>,
  words: Words,
): readonly CardElement[] {
  if (card === null) return [line(words('stuk.niets'))];
  const { state } = card;
  const desk = familyCase.escalations.find(({ state: { kind } }) => kind === 'filed' || kind === 'taken');
  const onDesk =
    desk === undefined ? [] : [dataLine(words('stuk.ligt', { nummer: desk.number, datum: dutchDay(desk.due) }))];
  switch (state.kind) {
    case 'open':
      return [dataLine(words('stuk.open', { datum: dutchDay(card.reopened.at(-1) ?? card.openedOn) })), ...onDesk];
    case 'waits-for-plan':
      return [dataLine(words('stuk.wacht', { datum: dutchDay(state.since) })), ...onDesk];
    case 'closed':
      return [dataLine(words(`stuk.dicht.${state.because}`, { datum: dutchDay(state.on) }))];
  }
}

function findings({ familyCase, today }: StuckView, words: Words): readonly CardElement[] {
  const { stuck } = familyCase;
  if (stuck.findings.length === 0) return [];
  const shown = stuck.findings.slice(-MOST_FINDINGS);
  return [subheading(words('stuk.gevonden')), ...shown.flatMap((one) => findingLines(one, familyCase, today, words))];
}

/** The sentence, and what became of the finding. */
export function findingLines(
  finding: StuckFinding,
  { facts, stuck }: Pick<FamilyCase, 'facts' | 'stuck'>,
  today: Day,
  words: Words,
): readonly CardElement[] {
  const stop = stuck.stops.find(({ key }) => key === finding.key);
  const { mode, deskOn } = finding;
  const settled = stop !== undefined || stuck.pushes.some(({ key }) => key === finding.key);
  const waitsUntil = mode === 'propose' && !settled && deskOn !== null && deskOn > today ? deskOn : null;
  return [
    runs(run(finding.rule, { bold: true }), { type: 'TextRun', text: ` ${stuckSentence(finding, facts, words)}` }),
    ...(stop === undefined
      ? []
      : [sentence(words, 'stuk.gestopt', { naam: stop.by.name, datum: dutchDay(stop.on) }), quote(stop.reason, 400)]),
    ...(mode === 'warn' ? [line(words('stuk.waarschuwing'))] : []),
    ...(waitsUntil === null ? [] : [dataLine(words('stuk.voorstel', { datum: dutchDay(waitsUntil) }))]),
  ];
}

function stopForm(
  open: readonly StuckFinding[],
  { view, wrong }: { readonly view: StuckView; readonly wrong: boolean },
  words: Words,
): readonly CardElement[] {
  const { familyCase, attempt } = view;
  const field = (id: 'finding' | 'reason') => ({ id, errorMessage: words(`fout.werk.${id}`), attempt });
  const choices = open.map((finding) => ({
    title: `${finding.rule}: ${dutchDay(finding.on)}`,
    value: choiceRef(finding.key),
  }));
  return [
    subheading(words('stuk.wat-nu')),
    ...(wrong ? [errorLine(words('fout.werk.boven'))] : []),
    ...choiceInput({
      ...field('finding'),
      label: words('veld.finding'),
      style: 'compact',
      choices,
      prefilled: choices.at(-1)?.value,
    }),
    line(words('stuk.stoppen.uitleg')),
    ...(hasFollowCode(familyCase) ? [] : [dataLine(words('stuk.stoppen.zonder-code'))]),
    ...textInput({
      ...field('reason'),
      label: words('veld.reason.stoppen'),
      isRequired: false,
      maxLength: MOST_REASON,
    }),
  ];
}
