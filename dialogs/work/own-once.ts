/** In one turn the own families are looked up once, however many ways of reading the words ask for them. */
import type { CaseLabel, StaffActor } from '../../cases/index.ts';
import type { DialogDeps } from '../types.ts';

export function ownOnce(deps: DialogDeps): DialogDeps {
  const { cases } = deps;
  const asked = new Map<StaffActor['id'], Promise<readonly CaseLabel[]>>();
  const ownCases = (actor: StaffActor) => {
    const known = asked.get(actor.id) ?? cases.ownCases(actor);
    asked.set(actor.id, known);
    return known;
  };
  return { ...deps, cases: { ...cases, ownCases } };
}
