/** What was asked, proposed, ordered and promised, and what came of it. */
import {
  askedOfGone,
  type CallBack,
  type Complaint,
  type Escalation,
  type HelpedQuestion,
  isCalledOff,
  type MoreAsked,
  type Order,
  type ParentProposal,
} from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDate, dutchDay } from '../dutch-date.ts';
import { fact, line, type Words } from '../elements.ts';
import type { DeskFrame, DeskView } from './desk-view.ts';
import { mixed, newest, section, shortened } from './lines.ts';
import { nameOf } from './names.ts';

const MOST = 5;
const WORDS = 600;
const LINE = 200;

/** With the family where it is known: who was asked may have left it. */
type AskedFrame = DeskFrame & Partial<Pick<DeskView, 'familyCase'>>;

/** `scale`: the share of the usual lengths that may be used. */
export function askedLines(frame: AskedFrame, scale: number, words: Words): readonly CardElement[] {
  const { proposals, questions, orders, callBacks, complaints, helped } = frame.escalation;
  const rows = <T>(all: readonly T[], show: (one: T) => readonly CardElement[]) =>
    newest(all, MOST * scale, show, words('bureau.eerdere'));
  const longest = WORDS * scale;
  return [
    ...section(
      words('bureau.voorstellen'),
      rows(proposals, (one) => proposalLines(one, longest, words)),
    ),
    ...section(
      words('bureau.vragen'),
      rows(questions, (one) => questionLines(one, frame, longest, words)),
    ),
    ...section(
      words('bureau.opdrachten'),
      rows(orders, (one) => orderLines(one, words)),
    ),
    ...section(
      words('bureau.bellen'),
      rows(callBacks, (one) => callBackLines(one, frame.escalation, words)),
    ),
    ...section(
      words('bureau.klachten'),
      rows(complaints, (one) => complaintLines(one, longest, words)),
    ),
    ...(helped === null ? [] : helpedLines(helped, longest, words)),
  ];
}

function proposalLines(one: ParentProposal, longest: number, words: Words): readonly CardElement[] {
  const { subject, who, words: said, answer } = one;
  return [
    who === null ? line(words(`bureau.voorstel.${subject}`)) : fact(words(`bureau.voorstel.${subject}`), who),
    ...shortened(said.text, longest, words),
    answer === null
      ? line(words('bureau.wacht-op-antwoord'))
      : mixed(`${words(`bureau.voorstel-${answer.verdict}`)}, `, { data: answer.by.name }, `, ${dutchDate(answer.at)}`),
    ...(answer === null ? [] : shortened(answer.reason, LINE, words)),
  ];
}

function questionLines(one: MoreAsked, frame: AskedFrame, longest: number, words: Words): readonly CardElement[] {
  const { of, question, due, answer, missedOn } = one;
  const { escalation, familyCase } = frame;
  const isGone = familyCase !== undefined && askedOfGone(escalation, familyCase).includes(one);
  const whom = of.kind === 'outside' ? of.name : of.kind === 'worker' ? nameOf(of.id, frame) : undefined;
  return [
    mixed({ data: whom ?? words(`bureau.wie.${of.kind}`), strong: true }, `, ${words('bureau.voor')} `, {
      data: dutchDay(due),
    }),
    ...shortened(question, LINE, words),
    ...(answer === null
      ? [
          line(
            words(
              isGone ? 'bureau.gevraagde-weg' : missedOn === null ? 'bureau.wacht-op-antwoord' : 'bureau.geen-antwoord',
            ),
          ),
        ]
      : shortened(answer.words.text, longest, words)),
  ];
}

export function orderLines(one: Order, words: Words): readonly CardElement[] {
  const { to, what, basis, due, missed, done, blocker } = one;
  return [
    mixed({ data: to, strong: true }, `, ${words('bureau.voor')} `, { data: dutchDay(due) }),
    ...shortened(what, LINE, words),
    fact(words('bureau.grond'), basis),
    ...(missed.length === 0
      ? []
      : [mixed(`${words('bureau.gemist')} `, { data: missed.map((day) => dutchDay(day)).join(', ') })]),
    ...(blocker === null ? [] : [line(words(`bureau.blok.${blocker}`))]),
    ...(done === null ? [] : [mixed(`${words('bureau.gedaan')} `, { data: dutchDay(done.on) })]),
  ];
}

function callBackLines(one: CallBack, escalation: Escalation, words: Words): readonly CardElement[] {
  const { reach, due, missed, done } = one;
  if (isCalledOff(escalation, one)) return [line(words('bureau.bellen-vervalt'))];
  return [
    mixed({ data: reach, strong: true }, `, ${words('bureau.voor')} `, { data: dutchDay(due) }),
    ...(missed.length === 0 ? [] : [line(words('bureau.bellen-gemist'))]),
    ...(done === null ? [] : [mixed(`${words('bureau.gedaan')} `, { data: dutchDay(done.on) })]),
  ];
}

function complaintLines({ at, due, statements, answered }: Complaint, longest: number, words: Words) {
  return [
    mixed({ data: dutchDate(at), strong: true }, `, ${words('bureau.klacht-voor')} `, { data: dutchDay(due) }),
    ...statements.slice(0, MOST).flatMap(({ words: said }) => shortened(said.text, longest / 2, words)),
    line(words(answered === null ? 'bureau.wacht-op-antwoord' : 'bureau.klacht-beantwoord')),
  ];
}

function helpedLines({ askOn, answer }: HelpedQuestion, longest: number, words: Words): readonly CardElement[] {
  return section(words('bureau.geholpen'), [
    answer === null
      ? mixed(`${words('bureau.geholpen-vraag')} `, { data: dutchDay(askOn) })
      : line(words(`bureau.geholpen-${answer.kind}`)),
    ...(answer?.words ? shortened(answer.words.text, longest, words) : []),
  ]);
}
