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
import { toldEarlier, withoutAnswered } from './own-words.ts';
import { asks } from './side-question.ts';

interface Place {
  /** What the words are kept as. */
  readonly keptAs: string;
  /** Fewer words are a slip or a greeting, or choose something in other words: the question is asked again. */
  readonly fewestWords: number;
  /** A question is kept as well: whether it is meant to go along is asked there. */
  readonly takesQuestions: boolean;
  /** The next question shows the words, and says that nothing was sent. */
  readonly isShownBack: boolean;
}

const places: Readonly<Record<string, readonly Place[]>> = {
  [OWN_QUESTION]: [
    { keptAs: 'antwoord', fewestWords: 1, takesQuestions: true, isShownBack: true },
    { keptAs: 'reactie', fewestWords: 3, takesQuestions: false, isShownBack: false },
  ],
  [FILING]: [
    { keptAs: 'aanvulling', fewestWords: 6, takesQuestions: true, isShownBack: true },
    { keptAs: 'voorstel', fewestWords: 4, takesQuestions: true, isShownBack: true },
  ],
};

interface Open {
  readonly flow: Flow;
  readonly position: FlowPosition;
  readonly question: Question;
}

/** From a question with a choice that leads to such a place; of two that do, the last one takes anything. */
function placeAt({ flow, question }: Open): { readonly place: Place; readonly choice: string } | undefined {
  if (question.soort !== 'vraag') return undefined;
  for (const place of places[flow.id] ?? []) {
    const choice = question.keuzes.findLast(({ naar }) => {
      const to = flow.stappen[naar];
      return to?.soort === 'invoer' && to.bewaarAls === place.keptAs;
    });
    if (choice !== undefined) return { place, choice: choice.tekst };
  }
  return undefined;
}

/** Whether the next question shows what is typed here, and says that nothing was sent. */
export function isShownBack(open: Open): boolean {
  return placeAt(open)?.place.isShownBack === true;
}

/** What words that choose nothing are kept as here. */
export function keptHereAs(open: Open): string | undefined {
  return placeAt(open)?.place.keptAs;
}

/** The step in which a reaction is typed, from a question that offers it. `undefined`: it is not offered here. */
export function toReaction(open: Open, knowledge: Knowledge): FlowResult | undefined {
  const found = placeAt(open);
  if (found === undefined) return undefined;
  return step(open.flow, open.position, { kind: 'said', text: found.choice, words: flowWords(knowledge) });
}

/** Under the summary: that what was just typed does not go along, and how it can. */
export function saysLeftOut(open: Open, { deps: { knowledge } }: Running): readonly string[] {
  const place = placeAt(open)?.place;
  if (place?.keptAs !== 'aanvulling' || justTyped(open, place).length > 0) return [];
  return [knowledge.text('crisis.niet-erbij')];
}

/** `undefined`: these words are no reaction, or none can be given here. */
export function typedReaction(open: Open, { said, plain, deps }: Running): FlowResult | undefined {
  const { knowledge } = deps;
  const place = placeAt(open)?.place;
  if (place === undefined || plain.split(' ').length < place.fewestWords) return undefined;
  if (!place.takesQuestions && asks(said, knowledge)) return undefined;
  const typing = toReaction(open, knowledge);
  if (typing?.kind !== 'asks') return undefined;
  const { position, step: question } = typing;
  const earlier = toldEarlier(position, question);
  const text = [...(earlier === undefined ? [] : [earlier]), ...justTyped(open, place), said].join('\n');
  return step(open.flow, withoutAnswered(position, question), { kind: 'said', text, words: flowWords(knowledge) });
}

/** People type on while they are asked about what they just typed: that stays. */
function justTyped({ flow, position }: Open, { keptAs }: Place): readonly string[] {
  const last = flow.stappen[position.path.at(-1)?.step ?? ''];
  const words = last?.soort === 'invoer' && last.bewaarAls === keptAs ? position.answers[keptAs] : undefined;
  return words === undefined ? [] : [words];
}
