/**
 * Who may do what, from one JSON file that the municipality edits. Read again at every question, so that a role that is
 * taken away is gone at the next press. A broken file means that nobody has authority.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { RoleTable } from '../cases/index.ts';

export class RoleTableError extends Error {
  readonly code = 'role-table-unreadable';
}

/** Entra writes object ids in lower case, people don't. */
const person = z.object({ id: z.string().trim().min(1).toLowerCase(), naam: z.string().trim().min(1) });
const table = z.object({ medewerkers: z.array(person), aanspreekpunten: z.array(person).min(1) });

export function makeRoleTable(file: string): RoleTable {
  return {
    async roleOf(actorId) {
      const { medewerkers, aanspreekpunten } = await readTable(file);
      const isActor = ({ id }: { readonly id: string }) => id === actorId.toLowerCase();
      // Who stands in both lists is an aanspreekpunt: that is the duty with the deadline.
      const officer = aanspreekpunten.find(isActor);
      if (officer) return { role: 'officer', name: officer.naam };
      const worker = medewerkers.find(isActor);
      return worker && { role: 'worker', name: worker.naam };
    },
    async officers() {
      const { aanspreekpunten } = await readTable(file);
      return aanspreekpunten.map(({ id, naam }) => ({ id, name: naam }));
    },
  };
}

async function readTable(file: string): Promise<z.infer<typeof table>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RoleTableError(`Failed to read the role table ${file}: it can't be opened. Put it back.`, { cause });
  });
  const read = table.safeParse(parsed(text.replace(/^\uFEFF/, ''), file));
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
