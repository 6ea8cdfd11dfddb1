/**
 * Words that choose nothing, where a button leads to a place for them, are kept: as if it had been pressed, and then they
 * were typed. In the own question they are a reaction, and under a summary what is to be said with it.
 */
import type { Flow, Knowledge } from '../../knowledge/index.ts';
import { flowWords } from '../ask.ts';
import { type FlowResult, type Question, step } from '../flow.ts';
import { FILING, OWN_QUESTION } from '../next-steps.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import type { FlowPosition } from '../types.ts';

interface Place {
  /** What the words are kept as. */
  readonly keptAs: string;
  /** Fewer words are a slip or a greeting, or choose something in other words: the question is asked again. */
  readonly fewestWords: number;
  /** The text that says so. */
  readonly saysKept: string;
}

const places: Readonly<Record<string, Place>> = {
  [OWN_QUESTION]: { keptAs: 'reactie', fewestWords: 3, saysKept: 'flow.reactie-bewaard' },
  [FILING]: { keptAs: 'verbetering', fewestWords: 6, saysKept: 'flow.verbetering-bewaard' },
};

interface Open {
  readonly flow: Flow;
  readonly position: FlowPosition;
  readonly question: Question;
}

/** The step in which a reaction is typed, from a question that offers it. `undefined`: it is not offered here. */
export function toReaction({ flow, position, question }: Open, knowledge: Knowledge): FlowResult | undefined {
  const place = places[flow.id];
  if (place === undefined || question.soort !== 'vraag') return undefined;
  const choice = question.keuzes.find(({ naar }) => {
    const to = flow.stappen[naar];
    return to?.soort === 'invoer' && to.bewaarAls === place.keptAs;
  });
  if (choice === undefined) return undefined;
  return step(flow, position, { kind: 'said', text: choice.tekst, words: flowWords(knowledge) });
}

/** The text that tells that typed words were kept. */
export const saysKept = ({ flow }: Pick<Open, 'flow'>): string => places[flow.id]?.saysKept ?? 'flow.reactie-bewaard';

/** `undefined`: these words are no reaction, or none can be given here. */
export function typedReaction(open: Open, { said, plain, deps }: Running): FlowResult | undefined {
  const { knowledge } = deps;
  const fewest = places[open.flow.id]?.fewestWords ?? Number.POSITIVE_INFINITY;
  if (plain.split(' ').length < fewest || asks(said, knowledge)) return undefined;
  const typing = toReaction(open, knowledge);
  if (typing?.kind !== 'asks') return undefined;
  const text = [...alreadyKept(open), said].join('\n');
  return step(open.flow, typing.position, { kind: 'said', text, words: flowWords(knowledge) });
}

/** Under a summary people type on: what they typed before stays. A reaction was sent before the next one. */
function alreadyKept({ flow, position }: Open): readonly string[] {
  const before = flow.id === FILING ? position.answers['verbetering'] : undefined;
  return before === undefined || before === '' ? [] : [before];
}

function asks(said: string, knowledge: Knowledge): boolean {
  const [first = ''] = plainWords(said).split(' ');
  return said.includes('?') || alternativesOf('herken.vraagwoord', knowledge).has(first);
}
