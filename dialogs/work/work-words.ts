/** The words of which a colleague's commands and questions about a family consist; names of families come on top. */
import type { Knowledge } from '../../knowledge/index.ts';
import { areNames } from '../family-in-text.ts';
import { flowOf, flowsFor } from '../next-steps.ts';
import type { Spoken } from '../plain-words.ts';
import { alternativesOf, callsOf, once } from '../prepared.ts';
import { commandKeys } from './heard-command.ts';

const keys = [
  ...commandKeys,
  'herken.werk.opvulling',
  'herken.werk.vraagwoorden',
  'herken.casus',
  'herken.casus-check',
  'herken.gezin',
  'herken.tussenvoegsel',
];

export const workWords = once((knowledge): ReadonlySet<string> => {
  const said = keys.flatMap((key) => [...alternativesOf(key, knowledge)].flatMap((text) => text.split(' ')));
  const called = flowsFor.worker
    .map((id) => flowOf(id, { kind: 'worker' }, knowledge))
    .flatMap((flow) => (flow === undefined ? [] : callsOf(flow).all))
    .flatMap((pattern) => pattern.filter(({ open }) => !open).map(({ word }) => word));
  return new Set([...said, ...called]);
});

/** The plain words beside those of work: of a command about a family only its name is left. */
export function besideWork({ words }: Spoken, knowledge: Knowledge): readonly string[] {
  const known = workWords(knowledge);
  return words.filter((word) => word !== '' && !known.has(word));
}

/**
 * "check Pietersen": the plain words of a name in a row, where nothing else is said but work; empty when there is none. One
 * word beside "check" is a name, however ordinary: "check jansen".
 */
export function nameBesideWork(said: Spoken, knowledge: Knowledge): readonly string[] {
  const words = besideWork(said, knowledge);
  const inRow = ` ${said.plain} `.includes(` ${words.join(' ')} `);
  const isName = areNames(words, said.said, knowledge) || (words.length === 1 && saysCheck(said, knowledge));
  return inRow && isName ? words : [];
}

export function saysCheck({ words }: Spoken, knowledge: Knowledge): boolean {
  const checks = alternativesOf('herken.casus-check', knowledge);
  return words.some((word) => checks.has(word));
}
