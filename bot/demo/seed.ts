/** The invented families of the municipality Voorbeeldstad. Days are counted from today, so the demo never gets old. */
import { z } from 'zod';
import type { FamilyCase, Register } from '../../cases/index.ts';
import { demoPersona } from './identities.ts';
import families from './families.json' with { type: 'json' };

const domain = z.enum([
  'werk-inkomen-schulden',
  'wonen',
  'maatschappelijke-ondersteuning',
  'onderwijs',
  'jeugdhulp',
  'veiligheid',
  'gezondheid',
]);

const demoFamilySchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  members: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(['ouder', 'kind', 'anders']) })),
  domains: z.array(domain),
  parties: z.array(
    z.strictObject({ id: z.string(), organisation: z.string(), task: z.string(), sinceDaysAgo: z.number() }),
  ),
  plans: z.array(
    z.strictObject({
      id: z.string(),
      planKind: z.string(),
      owner: z.string(),
      agreedDaysAgo: z.number(),
      reviewInDays: z.number().nullable(),
      members: z.array(z.string()),
      domains: z.array(domain),
      priorities: z.array(z.string()),
    }),
  ),
  regisseurs: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      organisation: z.string(),
      sinceDaysAgo: z.number(),
      canLead: z.enum(['yes', 'no', 'unknown']),
      deputy: z.string().nullable(),
    }),
  ),
  sources: z.array(z.string()),
});

const DAY_MS = 24 * 60 * 60 * 1000;

/** Stores the demo families that are not there yet, with the demo worker as the one with a task for them. */
export async function seedDemo(register: Register, now: Date): Promise<void> {
  const workerId = demoPersona('worker').id;
  for (const family of z.array(demoFamilySchema).parse(families)) {
    if (await register.read(family.id)) continue;
    await register.commit(asFamilyCase(family, workerId, now));
  }
}

function asFamilyCase(family: z.infer<typeof demoFamilySchema>, workerId: string, now: Date): FamilyCase {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  return {
    schema: 1,
    id: family.id,
    version: 1,
    createdAt: now.toISOString(),
    family: { kind: 'known', label: family.label, members: family.members, domains: family.domains },
    workers: [workerId],
    sources: family.sources,
    parties: family.parties.map(({ sinceDaysAgo, ...party }) => ({ ...party, since: ago(sinceDaysAgo), until: null })),
    plans: family.plans.map(({ agreedDaysAgo, reviewInDays, ...plan }) => ({
      ...plan,
      agreedOn: ago(agreedDaysAgo),
      reviewBy: reviewInDays === null ? null : ago(-reviewInDays),
      endedOn: null,
    })),
    regisseurs: family.regisseurs.map(({ sinceDaysAgo, ...regisseur }) => ({
      ...regisseur,
      since: ago(sinceDaysAgo),
      until: null,
    })),
    escalations: [],
    cards: [],
    notices: [],
    processed: [],
    audit: [],
  };
}
