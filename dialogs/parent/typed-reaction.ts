/** In the own question, words that choose nothing are a reaction: as if its button had been pressed, and then they were typed. */
import type { Flow, Knowledge } from '../../knowledge/index.ts';
import { flowWords } from '../ask.ts';
import { type FlowResult, type Question, step } from '../flow.ts';
import { OWN_QUESTION } from '../next-steps.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import type { FlowPosition } from '../types.ts';

/** Fewer words are a slip or a greeting, and the question is asked again. */
const FEWEST_WORDS = 3;
const REACTION = 'reactie';

interface Open {
  readonly flow: Flow;
  readonly position: FlowPosition;
  readonly question: Question;
}

/** The step in which a reaction is typed, from a question that offers it. `undefined`: it is not offered here. */
export function toReaction({ flow, position, question }: Open, knowledge: Knowledge): FlowResult | undefined {
  if (flow.id !== OWN_QUESTION || question.soort !== 'vraag') return undefined;
  const choice = question.keuzes.find(({ naar }) => {
    const to = flow.stappen[naar];
    return to?.soort === 'invoer' && to.bewaarAls === REACTION;
  });
  if (choice === undefined) return undefined;
  return step(flow, position, { kind: 'said', text: choice.tekst, words: flowWords(knowledge) });
}

/** `undefined`: these words are no reaction, or none can be given here. */
export function typedReaction(open: Open, { said, plain, deps }: Running): FlowResult | undefined {
  const { knowledge } = deps;
  if (plain.split(' ').length < FEWEST_WORDS || asks(said, knowledge)) return undefined;
  const typing = toReaction(open, knowledge);
  if (typing?.kind !== 'asks') return undefined;
  return step(open.flow, typing.position, { kind: 'said', text: said, words: flowWords(knowledge) });
}

function asks(said: string, knowledge: Knowledge): boolean {
  const [first = ''] = plainWords(said).split(' ');
  return said.includes('?') || alternativesOf('herken.vraagwoord', knowledge).has(first);
}
