/** "Ze hebben mijn kind meegenomen": mostly youth protection, and sometimes an abduction. The numbers, and the question who. */
import type { Match } from '../knowledge/index.ts';
import { type Answered, answerMatch } from './answer-question.ts';
import { emergencyNumbers } from './crisis.ts';
import { saysInOrder } from './plain-words.ts';
import { patternsOf } from './prepared.ts';
import type { Running } from './run-flow.ts';

/** Nobody knows yet who: said of "them", or of nobody. */
export function whoTookTheChild(match: Match, { deps, turn, words }: Running): Answered | undefined {
  const { knowledge } = deps;
  const [danger = '', other = ''] = match.ranked;
  const suggestions = [other, danger];
  if (match.level === 'acuut' || knowledge.clarification(other, danger) === undefined) return undefined;
  const isOpen = saysInOrder(words, patternsOf('herken.meegenomen', knowledge));
  if (!isOpen) return undefined;
  const asked = answerMatch({ ...match, decided: 'suggest', suggestions }, { actor: turn.actor }, knowledge);
  const choices = asked.replies.filter(({ kind }) => kind === 'choices');
  return { ...asked, replies: [emergencyNumbers(knowledge), ...choices] };
}
