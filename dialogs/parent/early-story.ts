/** A story told while filing still asks its short questions: it is no choice, and waits to go along as own words. */
import { FILING } from '../next-steps.ts';
import { alternativesOf } from '../prepared.ts';
import { type openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { say } from '../say.ts';
import type { FlowPosition, Outcome, Reply } from '../types.ts';
import { withEarlier } from './own-words.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

/** Fewer words are a slip or a greeting, or choose something in other words. */
const FEWEST = 6;
/** Who has begun to tell goes on in short sentences. */
const FEWEST_MORE = 3;

/** `undefined`: no story, or own words were given already. What does not fit is refused in words. */
export function earlyStory({ flow, position, question }: Open, running: Running): Outcome | undefined {
  const { deps, state, said, plain } = running;
  const { knowledge } = deps;
  if (flow.id !== FILING || question.soort !== 'vraag' || position.answers.eigenWoorden !== undefined) return undefined;
  if (plain.split(' ').length < (goesOnTelling(position, running) ? FEWEST_MORE : FEWEST)) return undefined;
  const kept = withEarlier(position, said);
  if (kept === undefined) return undefined;
  const next = { ...state, flow: kept };
  return {
    state: next,
    replies: [say([knowledge.text('voorleggen.vooraf')]), ...repeatQuestion({ ...running, state: next })],
  };
}

/** "Nee niet echt hoor" answers in other words. */
function goesOnTelling({ answers }: FlowPosition, { deps: { knowledge }, words: [first = ''] }: Running): boolean {
  const chooses = ['herken.ja', 'herken.nee'].some((key) => alternativesOf(key, knowledge).has(first));
  return answers.vooraf !== undefined && !chooses;
}

/** For a statement at the short questions that was answered as a question is: nothing of it goes along. */
export function saysNotKept({ flow, position, question }: Open, { deps, plain }: Running): readonly Reply[] {
  const isEarly = flow.id === FILING && question.soort === 'vraag' && position.answers.eigenWoorden === undefined;
  const tells = isEarly && plain.split(' ').length >= FEWEST_MORE;
  return tells ? [say([deps.knowledge.text('voorleggen.niet-bewaard')])] : [];
}
