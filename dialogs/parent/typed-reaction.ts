/**
 * Words that choose nothing, where a button leads to a place for them, are kept: as if it had been pressed, and then they
 * were typed. In the own question they are a reaction; under a summary it is asked whether they go along.
 */
import type { Flow, Knowledge } from '../../knowledge/index.ts';
import { flowWords } from '../ask.ts';
import { type FlowResult, type Question, step } from '../flow.ts';
import { FILING, OWN_QUESTION } from '../next-steps.ts';
import type { Running } from '../run-flow.ts';
import type { FlowPosition } from '../types.ts';
import { asks } from './side-question.ts';

interface Place {
  /** What the words are kept as. */
  readonly keptAs: string;
  /** Fewer words are a slip or a greeting, or choose something in other words: the question is asked again. */
  readonly fewestWords: number;
  /** A question is kept as well: whether it is meant to go along is asked there. */
  readonly takesQuestions: boolean;
}

const places: Readonly<Record<string, Place>> = {
  [OWN_QUESTION]: { keptAs: 'reactie', fewestWords: 3, takesQuestions: false },
  [FILING]: { keptAs: 'aanvulling', fewestWords: 6, takesQuestions: true },
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

/** Under the summary: that what was just typed does not go along, and how it can. */
export function saysLeftOut(open: Open, { deps: { knowledge } }: Running): readonly string[] {
  const place = places[open.flow.id];
  if (place === undefined || open.flow.id !== FILING || justTyped(open, place).length > 0) return [];
  return toReaction(open, knowledge) !== undefined ? [knowledge.text('crisis.niet-erbij')] : [];
}

/** `undefined`: these words are no reaction, or none can be given here. */
export function typedReaction(open: Open, { said, plain, deps }: Running): FlowResult | undefined {
  const { knowledge } = deps;
  const place = places[open.flow.id];
  if (place === undefined || plain.split(' ').length < place.fewestWords) return undefined;
  if (!place.takesQuestions && asks(said, knowledge)) return undefined;
  const typing = toReaction(open, knowledge);
  if (typing?.kind !== 'asks') return undefined;
  const text = [...justTyped(open, place), said].join('\n');
  return step(open.flow, typing.position, { kind: 'said', text, words: flowWords(knowledge) });
}

/** People type on while they are asked about what they just typed: that stays. */
function justTyped({ flow, position }: Open, { keptAs }: Place): readonly string[] {
  const last = flow.stappen[position.path.at(-1)?.step ?? ''];
  const words = last?.soort === 'invoer' && last.bewaarAls === keptAs ? position.answers[keptAs] : undefined;
  return words === undefined ? [] : [words];
}
