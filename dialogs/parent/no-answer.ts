/** "Reageren", "ok" where an answer to the aanspreekpunt is typed: words to get there, which nobody means to send. */
import { OWN_QUESTION } from '../next-steps.ts';
import { isAlternative } from '../prepared.ts';
import { type openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome } from '../types.ts';
import { keptHereAs } from './typed-reaction.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

const commandLike = ['herken.geen-antwoord', 'herken.reageren', 'herken.ja', 'herken.nee', 'herken.ok'] as const;

/** Where it is shown back, "ja" and "nee" choose: ask this there only of what chose nothing. */
export function noAnswer(open: Open, running: Running): Outcome | undefined {
  const { deps, state, plain } = running;
  const { knowledge } = deps;
  if (!isAboutAnswer(open) || !commandLike.some((key) => isAlternative(plain, key, knowledge))) return undefined;
  const said = open.question.soort === 'invoer' ? [say([knowledge.text('antwoord.geen-antwoord')])] : [];
  return { state, replies: [...said, ...repeatQuestion(running)] };
}

/** The answer is typed here, or was just typed and is shown back. */
function isAboutAnswer(open: Open): boolean {
  const { flow, question } = open;
  const typed = question.soort === 'invoer' ? question.bewaarAls : keptHereAs(open);
  return flow.id === OWN_QUESTION && typed === 'antwoord';
}
