/** The words that a parent files: what was typed where they were asked, and what was put beside them under the summary. */
import type { Question } from '../flow.ts';
import { OWN_QUESTION } from '../next-steps.ts';
import type { FlowPosition } from '../types.ts';

type Answers = FlowPosition['answers'];

/** Letter by letter, in the order in which they were typed. `undefined`: none were typed. */
export function ownWordsOf({ eigenWoorden, erbijGezet }: Answers): string | undefined {
  return eigenWoorden === undefined || erbijGezet === undefined ? eigenWoorden : `${eigenWoorden}\n${erbijGezet}`;
}

/** As many characters as the question for own words takes. */
const MOST_EARLIER = 4000;

/** As what the words wait that were told before the question that asks for them. */
const waitsAs: Readonly<Record<string, string>> = { eigenWoorden: 'vooraf', reactie: 'eerdereReactie' };

function waitingName(question: Question): string | undefined {
  return question.soort === 'invoer' ? waitsAs[question.bewaarAls] : undefined;
}

/** What was told before these words were asked, with a question answered there that may have been meant as own words. */
export function answeredThere(position: FlowPosition, question: Question): string | undefined {
  const sideQuestion = asksOwnWords(question) ? position.answers.zijvraag : undefined;
  const parts = [toldEarlier(position, question), sideQuestion].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join('\n') : undefined;
}

/** What was told before these words were asked: it goes along with them, and is shown where they are asked. */
export function toldEarlier({ answers }: FlowPosition, question: Question): string | undefined {
  const name = waitingName(question);
  return name === undefined ? undefined : answers[name];
}

/** A reaction to the own question that was typed and not sent. */
export function unsentReaction(position: FlowPosition | null): string | undefined {
  const { reactie, eerdereReactie } = position?.answers ?? {};
  return position?.id === OWN_QUESTION && reactie !== undefined ? reactie : eerdereReactie;
}

/** What was told and is not read back or sent yet: it goes along when another flow starts. */
export function stillWaiting(position: FlowPosition | null): Answers {
  const vooraf = position?.answers.vooraf;
  const eerdereReactie = unsentReaction(position);
  return {
    ...(vooraf === undefined ? {} : { vooraf }),
    ...(eerdereReactie === undefined ? {} : { eerdereReactie }),
  };
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

/**
 * Once the words were given, what was told before is part of them, and a question is no longer one that may have been meant.
 * Before they are asked, what was told waits for them.
 */
export function withoutAnswered(position: FlowPosition, question: Question): FlowPosition {
  return without(position, ['zijvraag', waitingName(question)]);
}

export function asksOwnWords(question: Question): boolean {
  return question.soort === 'invoer' && question.bewaarAls === 'eigenWoorden';
}

/** A reaction to one question is none to another. */
export function withoutReaction(position: FlowPosition | null): FlowPosition | null {
  if (position === null || unsentReaction(position) === undefined) return position;
  return without(position, ['reactie', 'eerdereReactie']);
}

function without(position: FlowPosition, names: readonly (string | undefined)[]): FlowPosition {
  const answers = Object.entries(position.answers).filter(([name]) => !names.includes(name));
  return { ...position, answers: Object.fromEntries(answers) };
}
