/** "Ja, leg voor", "nee" where words for the aanspreekpunt are typed: a choice that stands or stood elsewhere, never words to send. */
import type { Flow } from '../../knowledge/index.ts';
import { FILING, OWN_QUESTION } from '../next-steps.ts';
import { plainWords } from '../plain-words.ts';
import { isAlternative } from '../prepared.ts';
import { type openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome } from '../types.ts';
import { asksOwnWords, toldEarlier } from './own-words.ts';
import { saysYes } from './side-question.ts';
import { saysToFile } from './said-again.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

const answers = ['herken.ja', 'herken.nee', 'herken.ok'] as const;

export function noOwnWords(open: Open, running: Running): Outcome | undefined {
  const { deps, state, plain } = running;
  const { knowledge } = deps;
  const { flow, position, question } = open;
  const hasTold = toldEarlier(position, question) !== undefined;
  if (plain === '' || (hasTold && saysYes(plain, knowledge))) return undefined;
  const because = (key: string) => ({ state, replies: [say([knowledge.text(key)]), ...repeatQuestion(running)] });
  if (flow.id === FILING && asksOwnWords(question)) {
    const isAnswer = isChoiceOf(flow, plain) || answers.some((key) => isAlternative(plain, key, knowledge));
    return isAnswer ? because('voorleggen.geen-woorden') : undefined;
  }
  if (flow.id !== OWN_QUESTION || question.soort !== 'invoer' || question.bewaarAls !== 'reactie') return undefined;
  // "Nee" may be all there is to say to what the aanspreekpunt did; after "Is dit alles?" it is an answer.
  const isAnswer = saysToFile(plain, knowledge) || (hasTold && isAlternative(plain, 'herken.nee', knowledge));
  return isAnswer ? because('reactie.geen-woorden') : undefined;
}

function isChoiceOf({ stappen }: Flow, plain: string): boolean {
  return Object.values(stappen).some(
    (at) => at.soort === 'vraag' && at.keuzes.some(({ tekst }) => plainWords(tekst) === plain),
  );
}
