/**
 * Who may do what, from one JSON file that the municipality edits. Read again at every question, so that a role that is
 * taken away is gone at the next press. A broken file means that nobody has authority.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isDay, type OnDuty, type RoleTable } from '../cases/index.ts';
import { isExampleGuid, isGuid } from './config-examples.ts';

export class RoleTableError extends Error {
  readonly code = 'role-table-unreadable';
}

export interface StaffTable extends RoleTable {
  /** The name with which this colleague signs in to Microsoft 365, for a link to a chat; `null`: not in the file. */
  signInNameOf(actorId: string): Promise<string | null>;
}

const MOST_LEVELS = 9;

/** Entra writes object ids in lower case, people don't. */
const id = z.string().trim().min(1).toLowerCase();
const person = z.object({
  id,
  naam: z.string().trim().min(1),
  aanmeldnaam: z
    .string()
    .trim()
    .regex(/^[^\s@,]+@[^\s@,]+$/, 'is no sign-in name such as naam@gemeente.nl')
    .nullable()
    .default(null),
});
const day = z.string().refine(isDay, 'is no day such as 2026-12-24');
const absence = z
  .object({ van: day, tot: day, vervanger: id.nullable().default(null) })
  .refine(({ van, tot }) => van <= tot, { path: ['tot'], message: 'is before van' });
const officer = person.extend({
  niveau: z.int().min(0).max(MOST_LEVELS).default(0),
  afwezig: z.array(absence).default([]),
});

type Officer = z.infer<typeof officer>;

const lists = z.object({ medewerkers: z.array(person), aanspreekpunten: z.array(officer).min(1) });
const table = lists.superRefine(({ medewerkers, aanspreekpunten }, context) => {
  for (const [at, message] of [...twiceIn('medewerkers', medewerkers), ...twiceIn('aanspreekpunten', aanspreekpunten)])
    context.addIssue({ code: 'custom', path: [...at], message });
  aanspreekpunten.forEach((one, place) => {
    for (const [at, message] of faultsOf(one, aanspreekpunten))
      context.addIssue({ code: 'custom', path: ['aanspreekpunten', place, ...at], message });
  });
  if (!aanspreekpunten.some(({ niveau }) => niveau === 0))
    context.addIssue({ code: 'custom', path: ['aanspreekpunten'], message: 'nobody has niveau 0' });
});

/** Of people who sign in with Microsoft: a name or an address as id would be a role that nobody can ever have. */
const tableOfAccounts = table.superRefine(({ medewerkers, aanspreekpunten }, context) => {
  for (const [list, people] of Object.entries({ medewerkers, aanspreekpunten }))
    people.forEach(({ id: own }, place) => {
      const message = faultOfId(own);
      if (message !== null) context.addIssue({ code: 'custom', path: [list, place, 'id'], message });
    });
});

function faultOfId(own: string): string | null {
  if (!isGuid(own)) return 'is no Entra object id (a GUID of 36 characters)';
  return isExampleGuid(own) ? 'is the id of an example; put the Entra object id of this person here' : null;
}

/** Who stands in one list twice would count for two people. */
const twiceIn = (list: string, people: readonly { readonly id: string }[]): readonly Fault[] =>
  people.flatMap(({ id: own }, place): readonly Fault[] => {
    const first = people.findIndex((one) => one.id === own);
    return first < place ? [[[list, place, 'id'], `is the same as that of ${list}.${first}`]] : [];
  });

type Fault = readonly [at: readonly (string | number)[], message: string];

/** What is wrong only beside the others: a deputy who is no officer, two periods on one day. */
function faultsOf({ id: own, afwezig }: Officer, all: readonly Officer[]): readonly Fault[] {
  return afwezig.flatMap(({ van, tot, vervanger }, place): readonly Fault[] => {
    const at = (key: string) => ['afwezig', place, key];
    const known = vervanger === null || (vervanger !== own && all.some((other) => other.id === vervanger));
    const twice = afwezig.slice(0, place).some((other) => other.van <= tot && van <= other.tot);
    return [
      ...(known ? [] : [[at('vervanger'), 'is no other aanspreekpunt of this file'] as const]),
      ...(twice ? [[at('van'), 'falls in another period of the same person'] as const] : []),
    ];
  });
}

/** `any-ids`: of the demo, whose people have no account anywhere. */
export function makeRoleTable(file: string, ids: 'accounts' | 'any-ids' = 'accounts'): StaffTable {
  const schema = ids === 'accounts' ? tableOfAccounts : table;
  const readTable = () => readFrom(file, schema);
  const isCalled = (actorId: string) => (one: { readonly id: string }) => one.id === actorId.toLowerCase();
  return {
    async roleOf(actorId) {
      const { medewerkers, aanspreekpunten } = await readTable();
      // Who stands in both lists is an aanspreekpunt: that is the duty with the deadline.
      const found = aanspreekpunten.find(isCalled(actorId));
      if (found) return { role: 'officer', name: found.naam };
      const worker = medewerkers.find(isCalled(actorId));
      return worker && { role: 'worker', name: worker.naam };
    },
    async officers() {
      const { aanspreekpunten } = await readTable();
      return aanspreekpunten.map(onDuty);
    },
    async signInNameOf(actorId) {
      const { medewerkers, aanspreekpunten } = await readTable();
      const found = [...aanspreekpunten, ...medewerkers].find(isCalled(actorId));
      return found?.aanmeldnaam ?? null;
    },
  };
}

function onDuty({ id: own, naam, niveau, afwezig }: Officer): OnDuty & { readonly name: string } {
  const away = afwezig.map(({ van, tot, vervanger }) => ({ from: van, until: tot, deputy: vervanger }));
  return { id: own, name: naam, level: niveau, away };
}

async function readFrom(file: string, schema: typeof table): Promise<z.infer<typeof table>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RoleTableError(`Failed to read the role table ${file}: it can't be opened. Put it back.`, { cause });
  });
  const read = schema.safeParse(parsed(text.replace(/^\uFEFF/, ''), file));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new RoleTableError(`Failed to read the role table ${file}: ${faults.join('; ')}. Repair these places.`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message of JSON.parse quotes the file, and with it somebody's name: only the place is passed on.
    const place = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined;
    throw new RoleTableError(`Failed to read the role table ${file}: not JSON (${place ?? 'at its end'}). Repair it.`);
  }
}
