/** Everything a parent may read of the own question, most important first; of the family only what was stopped or dropped. */
import { dutchDate, dutchDay } from '../../cards/index.ts';
import {
  type Author,
  type Complaint,
  type Escalation,
  type Followed,
  isCalledOff,
  isOpen,
  type Lesson,
  type Order,
} from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { placeLinks, SUPPORTER } from '../places.ts';
import { say } from '../say.ts';
import { plainName, statusParagraphs } from '../status.ts';
import type { Reply } from '../types.ts';
import { droppedReplies } from './dropped.ts';
import { isWaitedFor, openForParent } from './following.ts';
import { authorName, timeline } from './steps.ts';
import { stoppedReplies } from './stopped.ts';

/** What a follow code shows. */
export type Shown = Pick<Followed, 'escalation' | 'stopped' | 'dropped' | 'names'>;

export function standing(shown: Shown, knowledge: Knowledge): readonly Reply[] {
  const { escalation, stopped, dropped = [] } = shown;
  const { number: nummer, filedAt, ownWords } = escalation;
  // Of what was taken back the next steps follow, with the same number.
  const supporter = escalation.state.kind === 'withdrawn' ? undefined : knowledge.place(SUPPORTER);
  const events = timeline(shown, knowledge);
  return [
    say(
      [
        knowledge.text('status.kop', { nummer, datum: dutchDate(filedAt) }),
        ...(escalation.onBehalf === null ? [] : [knowledge.text('status.namens')]),
        ...statusParagraphs(shown, knowledge),
        ...waitsFor(escalation, knowledge),
        ...orderParagraphs(escalation, knowledge),
        ...proposalParagraphs(escalation, knowledge),
        ...callBackParagraphs(escalation, knowledge),
        ...complaintParagraphs(escalation, knowledge),
        ...closingParagraphs(escalation, knowledge),
        ...earlierParagraphs(escalation, knowledge),
      ],
      supporter === undefined ? [] : placeLinks(supporter, knowledge),
    ),
    ...(events.length === 0 ? [] : [say(events)]),
    ...stoppedReplies(stopped, knowledge),
    ...droppedReplies(dropped, knowledge),
    say([knowledge.text('status.eigen-woorden'), ownWords.text, ...summaryParagraphs(escalation, knowledge)]),
  ];
}

/** In short: with whom it lies and by when the answer comes, what is waited for, and what the parent can do meanwhile. */
export function standsNow(shown: Shown, knowledge: Knowledge): readonly string[] {
  const { escalation } = shown;
  return [
    ...statusParagraphs(shown, knowledge),
    ...waitsFor(escalation, knowledge),
    ...callBackParagraphs(escalation, knowledge),
    ...(isOpen(escalation) ? [knowledge.text('volgen.en-nu')] : []),
  ];
}

/** The summary is there, and the parent has not said yet whether it is right. */
export function summaryWaits({ summary, reading, closing }: Escalation): boolean {
  return summary !== null && closing === null && (reading?.answer ?? null) === null;
}

/** Of whom the summary is; of a filing without a reading it is of who filed. */
export function readerOf({ reading, filedBy }: Escalation): Author {
  if (reading !== null) return reading.by;
  const { kind, id, name } = filedBy;
  return (kind === 'worker' || kind === 'officer') && id !== null ? { kind, id, name: name ?? id } : { kind: 'system' };
}

function summaryParagraphs(escalation: Escalation, knowledge: Knowledge): readonly string[] {
  const { summary, reading } = escalation;
  if (summary === null) return [];
  const wie = authorName(readerOf(escalation), knowledge);
  const kop = knowledge.text('status.samenvatting', { wie });
  const answer = reading?.answer ?? null;
  if (answer === null) return [kop, summary];
  return answer.kind === 'confirmed'
    ? [kop, summary, knowledge.text('status.samenvatting.klopt', { datum: dutchDate(answer.at) })]
    : [kop, summary, knowledge.text('status.samenvatting.verbeterd'), answer.words.text];
}

export function waitsFor(escalation: Escalation, knowledge: Knowledge): readonly string[] {
  const own = openForParent(escalation).flatMap(({ question, due }) => [
    knowledge.text('status.wacht-op-u', { datum: dutchDay(due) }),
    question,
  ]);
  const others = escalation.questions.flatMap((one) => {
    const { of, due } = one;
    if (of.kind === 'parent' || !isWaitedFor(one, escalation)) return [];
    const wie = of.kind === 'outside' ? plainName(of.name) : knowledge.text('tijdlijn.aan.medewerker');
    return [knowledge.text('status.wacht-op', { wie, datum: dutchDay(due) })];
  });
  return [...own, ...others];
}

export function orderParagraphs({ orders }: Pick<Escalation, 'orders'>, knowledge: Knowledge): readonly string[] {
  return orders.flatMap((order) => ofOrder(order, knowledge));
}

function ofOrder({ to, what, due, done, missed, blocker }: Order, knowledge: Knowledge): readonly string[] {
  const given = [knowledge.text('status.opdracht', { wie: plainName(to), datum: dutchDay(due) }), what];
  if (done !== null) return [...given, knowledge.text('status.opdracht.gedaan', { datum: dutchDay(done.on) })];
  const last = missed.at(-1);
  return [
    ...given,
    last === undefined
      ? knowledge.text('status.opdracht.open')
      : knowledge.text('status.opdracht.te-laat', { datum: dutchDay(last) }),
    ...(blocker === null ? [] : [knowledge.text(`status.belemmering.${blocker}`)]),
  ];
}

export function proposalParagraphs(
  { proposals }: Pick<Escalation, 'proposals'>,
  knowledge: Knowledge,
): readonly string[] {
  return proposals.flatMap(({ words, answer }) => {
    const own = [knowledge.text('status.voorstel'), words.text];
    if (answer === null) return [...own, knowledge.text('status.voorstel.wacht')];
    const values = { naam: plainName(answer.by.name), datum: dutchDate(answer.at) };
    return [
      ...own,
      knowledge.text(`status.voorstel.${answer.verdict}`, values),
      answer.reason,
      ...(answer.alternative === null ? [] : [knowledge.text('status.alternatief'), answer.alternative]),
      ...(answer.maatwerk ? [knowledge.text('status.maatwerk')] : []),
    ];
  });
}

export function callBackParagraphs(escalation: Escalation, knowledge: Knowledge): readonly string[] {
  return escalation.callBacks.flatMap((one) => {
    const { done, missed, nextDue } = one;
    if (done !== null) return [knowledge.text('status.bellen.gedaan', { datum: dutchDay(done.on) })];
    if (isCalledOff(escalation, one)) return [knowledge.text('status.bellen.vervalt')];
    const late = missed.length > 0 ? [knowledge.text('status.bellen.te-laat')] : [];
    return [...late, knowledge.text('status.bellen', { datum: dutchDay(nextDue) })];
  });
}

export function complaintParagraphs(
  { complaints }: Pick<Escalation, 'complaints'>,
  knowledge: Knowledge,
): readonly string[] {
  return complaints.flatMap((complaint) => ofComplaint(complaint, knowledge));
}

function ofComplaint({ due, statements, answered }: Complaint, knowledge: Knowledge): readonly string[] {
  if (answered === null) return [knowledge.text('status.klacht', { datum: dutchDay(due) })];
  return [
    knowledge.text('status.klacht.antwoord', { naam: plainName(answered.by.name), datum: dutchDate(answered.at) }),
    ...statements.flatMap(({ words, answer }) => [
      words.text,
      ...(answer === null
        ? []
        : [
            knowledge.text(`status.klacht.${answer.finding}`),
            answer.reason,
            ...answer.facts.map(({ on, what }) => `- ${dutchDay(on)}: ${what}`),
          ]),
    ]),
    ...lessonParagraphs(answered.lesson, knowledge),
    knowledge.text('status.klacht.verder'),
  ];
}

function closingParagraphs({ closing }: Escalation, knowledge: Knowledge): readonly string[] {
  if (closing === null) return [];
  const values = { naam: plainName(closing.by.name), datum: dutchDate(closing.at) };
  return [knowledge.text('status.afgesloten', values), ...lessonParagraphs(closing.lesson, knowledge)];
}

/** What came of it before it was opened again. */
function earlierParagraphs({ earlier }: Escalation, knowledge: Knowledge): readonly string[] {
  return earlier.flatMap(({ reopenedAt, lesson }) => [
    knowledge.text('status.eerder', { datum: dutchDate(reopenedAt) }),
    ...(lesson === null ? [] : lessonParagraphs(lesson, knowledge)),
  ]);
}

export function lessonParagraphs(
  { cameAcross, why, changes, by, due }: Lesson,
  knowledge: Knowledge,
): readonly string[] {
  const wie = plainName(by ?? knowledge.text('les.wie-onbekend'));
  return [
    knowledge.text('les.ervaren'),
    cameAcross,
    knowledge.text('les.waarom'),
    why,
    knowledge.text('les.verandert'),
    changes,
    due === null
      ? knowledge.text('les.zonder-datum', { wie })
      : knowledge.text('les.datum', { wie, datum: dutchDay(due) }),
  ];
}
