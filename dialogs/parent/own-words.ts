/** The words that a parent files: what was typed where they were asked, and what was put beside them under the summary. */
import type { Question } from '../flow.ts';
import type { FlowPosition } from '../types.ts';

type Answers = FlowPosition['answers'];

/** Letter by letter, in the order in which they were typed. `undefined`: none were typed. */
export function ownWordsOf({ eigenWoorden, erbijGezet }: Answers): string | undefined {
  return eigenWoorden === undefined || erbijGezet === undefined ? eigenWoorden : `${eigenWoorden}\n${erbijGezet}`;
}

/** As many characters as the question for own words takes. */
const MOST_EARLIER = 4000;

/** What was told before own words were asked, with a question answered there that may have been meant as them. */
export function answeredThere({ answers }: FlowPosition, question: Question): string | undefined {
  const parts = [answers.vooraf, answers.zijvraag].filter((part) => part !== undefined);
  return asksOwnWords(question) && parts.length > 0 ? parts.join('\n') : undefined;
}

/** What was told before own words were asked: it goes along with them, and is shown where they are asked. */
export function toldEarlier({ answers }: FlowPosition, question: Question): string | undefined {
  return asksOwnWords(question) ? answers.vooraf : undefined;
}

/** `undefined`: it would no longer fit in the own words. */
export function withEarlier(position: FlowPosition, said: string): FlowPosition | undefined {
  const { vooraf } = position.answers;
  const words = vooraf === undefined ? said : `${vooraf}\n${said}`;
  if (words.length > MOST_EARLIER) return undefined;
  return { ...position, answers: { ...position.answers, vooraf: words } };
}

/** Another one after it may belong to the same words. */
export function withAnswered(position: FlowPosition, said: string): FlowPosition {
  const { zijvraag } = position.answers;
  const words = zijvraag === undefined ? said : `${zijvraag}\n${said}`;
  return { ...position, answers: { ...position.answers, zijvraag: words } };
}

/** Once own words were given, what was told before is part of them, and a question is no longer one that may have been meant. */
export function withoutAnswered(position: FlowPosition, question: Question): FlowPosition {
  const { zijvraag, vooraf, ...answers } = position.answers;
  if (zijvraag === undefined && vooraf === undefined) return position;
  // Before own words are asked, what was told waits for them.
  const waits = vooraf !== undefined && !asksOwnWords(question);
  return { ...position, answers: waits ? { ...answers, vooraf } : answers };
}

export function asksOwnWords(question: Question): boolean {
  return question.soort === 'invoer' && question.bewaarAls === 'eigenWoorden';
}
