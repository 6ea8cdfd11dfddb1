/** How a parent can be called: the number and the time may come in two messages, and both are kept as they were typed. */
import type { Knowledge } from '../../knowledge/index.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** Also with spaces, dots, dashes and brackets. */
const phoneNumber = /\+?\d(?:[ ().-]{0,2}\d){8,14}/;

/** What is missing is asked once more. */
export function lookAtReach({ deps: { knowledge }, answers }: EffectContext): Promise<EffectResult> {
  const outcome = missingIn(answers.bereikbaar ?? '', knowledge);
  return Promise.resolve({ outcome, replies: [], undoable: true });
}

function missingIn(typed: string, knowledge: Knowledge): string {
  const number = phoneNumber.exec(typed)?.[0];
  if (number === undefined) return 'zonder-nummer';
  const rest = plainWords(typed.replace(number, ' '));
  const known = alternativesOf('herken.beltijd', knowledge);
  const hasTime = /\d/.test(rest) || rest.split(' ').some((word) => known.has(word));
  return hasTime ? 'compleet' : 'zonder-tijd';
}

/** All that was typed about it, for who calls. */
export function reachOf({ bereikbaar, belNummer, belTijd }: EffectContext['answers']): string {
  return [bereikbaar, belNummer, belTijd].filter((part) => part !== undefined).join(', ');
}
