/** The words that a parent files: what was typed where they were asked, and what was put beside them under the summary. */
import type { Question } from '../flow.ts';
import type { FlowPosition } from '../types.ts';

type Answers = FlowPosition['answers'];

/** As many characters as a filing takes. */
export const MOST_OWN_WORDS = 8000;

/** Letter by letter, in the order in which they were typed. `undefined`: none were typed. */
export function ownWordsOf({ eigenWoorden, erbijGezet }: Answers): string | undefined {
  return eigenWoorden === undefined || erbijGezet === undefined ? eigenWoorden : `${eigenWoorden}\n${erbijGezet}`;
}

/** A question that was answered where own words were asked, and that may have been meant as them. */
export function answeredThere({ answers }: FlowPosition, question: Question): string | undefined {
  return asksOwnWords(question) ? answers.zijvraag : undefined;
}

/** Another one after it may belong to the same words. */
export function withAnswered(position: FlowPosition, said: string): FlowPosition {
  const { zijvraag } = position.answers;
  const words = zijvraag === undefined ? said : `${zijvraag}\n${said}`;
  return { ...position, answers: { ...position.answers, zijvraag: words } };
}

/** Once own words were given, the question before them is no longer one that may have been meant. */
export function withoutAnswered(position: FlowPosition): FlowPosition {
  const { zijvraag, ...answers } = position.answers;
  return zijvraag === undefined ? position : { ...position, answers };
}

export function asksOwnWords(question: Question): boolean {
  return question.soort === 'invoer' && question.bewaarAls === 'eigenWoorden';
}
