/** A question in the middle of filing: about the filing itself or about this chat. It is answered, and never lost as own words. */
import type { Answer, Knowledge } from '../../knowledge/index.ts';
import { answerText } from '../answer-question.ts';
import { FILING } from '../next-steps.ts';
import { plainWords, saysInOrder } from '../plain-words.ts';
import { alternativesOf, isAlternative, patternsOf } from '../prepared.ts';
import { type openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome, Recognised, Reply } from '../types.ts';
import { answeredThere, asksOwnWords, toldEarlier, withAnswered } from './own-words.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

/** A longer text is a story with a question in it. */
const LONGEST = 12;

/** Answers about the chat itself: nobody files a question about those. */
const aboutThisChat: readonly string[] = ['privacy-chat', 'bot-of-mens', 'wat-kan-deze-chat', 'snel-weg-van-site'];

/** Whether this is put as a question: by its sign, or by its first word. */
export function asks(said: string, knowledge: Knowledge): boolean {
  const [first = ''] = plainWords(said).split(' ');
  return said.includes('?') || alternativesOf('herken.vraagwoord', knowledge).has(first);
}

/** How long it takes, and who reads it: what the filing itself does, which no answer elsewhere tells. */
export function aboutFiling({ flow }: Pick<Open, 'flow'>, { deps, said, plain, words }: Running): Reply | undefined {
  const { knowledge } = deps;
  if (flow.id !== FILING || !isShortQuestion(said, plain, knowledge)) return undefined;
  const says = (patterns: string) => saysInOrder(words, patternsOf(patterns, knowledge));
  if (says('herken.voorleggen.wie-leest')) return say([knowledge.text('voorleggen.wie-leest')]);
  if (!says('herken.voorleggen.wanneer') && !isAlternative(plain, 'herken.voorleggen.wanneer-heel', knowledge))
    return undefined;
  const dagen = String(knowledge.settings.escalatie.antwoordBinnenWerkdagen);
  return say([knowledge.text('voorleggen.wanneer', { dagen })]);
}

/** Where own words are asked: answered, and then it is asked whether they were meant as own words. */
export function sideQuestion(open: Open, running: Running, recognised: Recognised): Outcome | undefined {
  const { deps, state, said } = running;
  const { knowledge } = deps;
  if (open.flow.id !== FILING || !asksOwnWords(open.question)) return undefined;
  const answer = aboutFiling(open, running) ?? aboutChat(running, recognised);
  if (answer === undefined) return undefined;
  const position = withAnswered(open.position, said);
  const next = { ...state, flow: position };
  const words = position.answers.zijvraag ?? said;
  return {
    state: next,
    replies: [
      answer,
      say([knowledge.text('voorleggen.uw-woorden'), words]),
      ...repeatQuestion({ ...running, state: next }),
    ],
  };
}

/** The words that are meant as own words, as they were typed: "Dit zijn mijn woorden", and what was told before they were asked. */
export function meantAsOwnWords({ position, question }: Open, { deps, said, plain }: Running): string | undefined {
  const { knowledge } = deps;
  const isMeant = plain === plainWords(knowledge.text('keuze.mijn-woorden'));
  if (isMeant) return answeredThere(position, question);
  const earlier = toldEarlier(position, question);
  if (earlier === undefined || said.trim() === '') return undefined;
  if (saysYes(plain, knowledge)) return earlier;
  // Who has told it already has nothing to add.
  if (!isAlternative(plain, 'herken.overslaan', knowledge)) return `${earlier}\n${said}`;
  return asksOwnWords(question) ? earlier : undefined;
}

/** To "Is dit alles?". */
export function saysYes(plain: string, knowledge: Knowledge): boolean {
  return ['herken.ja', 'herken.ok'].some((key) => isAlternative(plain, key, knowledge));
}

/** Nobody is asked whether it helped: that "Ja" and "Nee" would stand right above those of the question that is open. */
export function answerBeside(answer: Answer, { deps, turn }: Running): Reply {
  const reply = answerText(answer, turn.actor, deps.knowledge);
  return reply.kind === 'text' ? { ...reply, answer: undefined } : reply;
}

function aboutChat(running: Running, recognised: Recognised): Reply | undefined {
  const { deps, said, plain } = running;
  if (!isShortQuestion(said, plain, deps.knowledge)) return undefined;
  const { decided, answerId } = recognised();
  if (decided !== 'answer' || answerId === null || !aboutThisChat.includes(answerId)) return undefined;
  const answer = deps.knowledge.answer(answerId);
  return answer === undefined ? undefined : answerBeside(answer, running);
}

function isShortQuestion(said: string, plain: string, knowledge: Knowledge): boolean {
  const words = plain.split(' ');
  const [first = ''] = words;
  const startsAsQuestion = alternativesOf('herken.vraagwoord.chat', knowledge).has(first);
  return words.length <= LONGEST && (startsAsQuestion || asks(said, knowledge));
}
