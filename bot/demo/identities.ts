/** The people of the demo. This module is only reached in the modes `demo` and `playground`: see docs/decisions/demo-identities.md. */
import type { RoleTable } from '../../cases/index.ts';
import identities from './identities.json' with { type: 'json' };

export interface Persona {
  readonly kind: 'worker' | 'officer';
  readonly id: string;
  readonly name: string;
}

const workers = identities.medewerkers.map((person): Persona => ({ kind: 'worker', id: person.id, name: person.naam }));
const officers = identities.aanspreekpunten.map(
  (person): Persona => ({ kind: 'officer', id: person.id, name: person.naam }),
);

/** Who has a task for the families of the demo: the one in the chat, and a colleague. */
export const demoTeam: readonly string[] = workers.map(({ id }) => id);

export function demoPersona(kind: Persona['kind']): Persona {
  const [first] = kind === 'worker' ? workers : officers;
  if (!first) throw new Error(`Failed to find a demo ${kind}: identities.json names none. Add one.`);
  return first;
}

export function makeDemoRoles(): RoleTable {
  const everybody = new Map([...workers, ...officers].map((persona) => [persona.id, persona]));
  return {
    roleOf: (actorId) => {
      const persona = everybody.get(actorId);
      return Promise.resolve(persona && { role: persona.kind, name: persona.name });
    },
    officers: () =>
      Promise.resolve(identities.aanspreekpunten.map(({ id, naam, niveau }) => ({ id, name: naam, level: niveau }))),
  };
}
