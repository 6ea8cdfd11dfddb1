/** The same question once more from one conversation: nobody is asked twice, and the parent reads that it lies there already. */
import { type Escalation, isOpen } from '../../cases/index.ts';
import { lookUp } from '../parent/following.ts';
import { filingAnswers } from '../parent/understanding.ts';
import { plainWords } from '../plain-words.ts';
import type { EffectContext } from './effect.ts';

/** What was filed with the code of this conversation, while it is open and says all of this already; else `undefined`. */
export async function filedAlready(context: EffectContext, ownWords: string): Promise<Escalation | undefined> {
  const { deps, turn, followCode, answers } = context;
  if (followCode === undefined || tellsMore(answers)) return undefined;
  const seen = await lookUp(deps, turn, followCode);
  if (seen.kind === 'unseen') return undefined;
  const { escalation } = seen;
  const { complex, stuck, harm } = filingAnswers(answers);
  const isSame =
    plainWords(escalation.ownWords.text) === plainWords(ownWords) &&
    escalation.answers.complex === complex &&
    escalation.answers.stuck === stuck &&
    escalation.answers.harm === harm;
  return isSame && isOpen(escalation) ? escalation : undefined;
}

/** A correction, a proposal or somebody to speak for is never dropped. */
function tellsMore({ verbetering, voorstel, toestemming }: EffectContext['answers']): boolean {
  return verbetering !== undefined || voorstel !== undefined || toestemming !== undefined;
}
