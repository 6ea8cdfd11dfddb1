/** The words of which a colleague's commands and questions about a family consist; names of families come on top. */
import { flowOf, flowsFor } from '../next-steps.ts';
import { alternativesOf, callsOf, once } from '../prepared.ts';
import { commandKeys } from './commands.ts';

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
    .flatMap((flow) => (flow === undefined ? [] : callsOf(flow)))
    .flatMap((pattern) => pattern.filter(({ open }) => !open).map(({ word }) => word));
  return new Set([...said, ...called]);
});
