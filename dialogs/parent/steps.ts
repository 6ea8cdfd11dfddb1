/** Every change in one sentence, for the timeline and for news. Words of people stand under it, as they were said. */
import { dutchDate, dutchDay } from '../../cards/index.ts';
import type { Author, Escalation, EscalationStep } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { ownerName, plainName, type Told } from '../status.ts';
import { isWaitedFor } from './following.ts';

export function authorName(by: Author, knowledge: Knowledge): string {
  if (by.kind === 'parent') return knowledge.text('tijdlijn.wie.u');
  return by.kind === 'system' ? knowledge.text('tijdlijn.wie.computer') : plainName(by.name);
}

/** Kinds whose `reason` a parent reads; the reason of a decision stands in the decision itself. */
const withReason: readonly EscalationStep['kind'][] = [
  'taken',
  'taken-over',
  'handed-over',
  'more-asked',
  'order-blocked',
  'order-carried-out',
  'ordered',
  'proposal-answered',
  'reopened',
  'went-on',
  'withdrawn',
];

/** One sentence, and the words that belong to it. */
export function stepInWords(
  step: EscalationStep,
  told: Told,
  knowledge: Knowledge,
): readonly [sentence: string, ...words: string[]] {
  const { escalation } = told;
  const sentence = knowledge.text(sentenceKey(step, escalation), {
    wie: authorName(step.by, knowledge),
    dag: dutchDay(step.day ?? step.due),
    over: aboutWhom(step, escalation, knowledge),
    nu: ownerName(told, step) ?? knowledge.text('tijdlijn.wie.nu'),
  });
  const words = withReason.includes(step.kind) ? step.reason : said(step, escalation);
  return words === null ? [sentence] : [sentence, words];
}

/** What was asked and is not waited for any more, is told without the day by which it was wanted. */
function sentenceKey({ kind, about }: EscalationStep, escalation: Escalation): string {
  const asked = kind === 'more-asked' ? escalation.questions.find(({ id }) => id === about) : undefined;
  return asked === undefined || isWaitedFor(asked, escalation) ? `tijdlijn.${kind}` : 'tijdlijn.more-asked.voorbij';
}

/** Of whom more was asked, or to whom an order went. */
function aboutWhom({ about }: EscalationStep, { questions, orders }: Escalation, knowledge: Knowledge): string {
  const order = orders.find(({ id }) => id === about);
  if (order !== undefined) return plainName(order.to);
  const of = questions.find(({ id }) => id === about)?.of;
  if (of?.kind === 'outside') return plainName(of.name);
  return knowledge.text(of?.kind === 'parent' ? 'tijdlijn.aan.u' : 'tijdlijn.aan.medewerker');
}

function said({ about }: EscalationStep, { comments, questions, proposals }: Escalation): string | null {
  const comment = comments.find(({ id }) => id === about);
  const answer = questions.find(({ id }) => id === about)?.answer;
  const proposal = proposals.find(({ id }) => id === about);
  return (comment ?? answer ?? proposal)?.words.text ?? null;
}

/** Numbered, oldest first: a parent can react to a step by its number. */
export function timeline(told: Told, knowledge: Knowledge): readonly string[] {
  const { steps } = told.escalation;
  if (steps.length === 0) return [];
  const lines = steps.map((step, at) => {
    const day = dutchDate(step.at);
    return `${at + 1}. ${day}: ${stepInWords(step, told, knowledge).join('\n')}`;
  });
  return [knowledge.text('tijdlijn.kop'), ...lines];
}
