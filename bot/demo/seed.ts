/** The invented families of the municipality Voorbeeldstad. Days are counted from today, so the demo never gets old. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type FamilyCase, lifeDomainNames, newCourse, type Register, signalCodes } from '../../cases/index.ts';
import { realWorld } from '../world.ts';
import { demoPersona, demoTeam } from './identities.ts';
import families from './families.json' with { type: 'json' };

const domain = z.enum(lifeDomainNames);

/** What happened before today; whatever is asked stays open until something ends it. */
const happenedSchema = z.strictObject({
  daysAgo: z.number().int().min(1),
  signals: z.array(z.enum(signalCodes)),
  note: z.string().nullable(),
  asks: z
    .strictObject({ requestKind: z.enum(['regisseur', 'help']), words: z.string(), askedOf: z.string() })
    .optional(),
  sentTo: z.strictObject({ to: z.string(), purpose: z.string(), cannotDeliver: z.string() }).optional(),
  ends: z.boolean().default(false),
});

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
  history: z.array(happenedSchema),
});

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Stores the demo families that are not there yet, with the demo worker as the one with a task for them. Rejects before
 * the first write when the data folder holds something that no demo made.
 */
export async function seedDemo(
  register: Register,
  { now, dataDir }: { readonly now: Date; readonly dataDir: string | null },
): Promise<void> {
  const all = z.array(demoFamilySchema).parse(families);
  const stored = await Promise.all(all.map(({ id }) => register.read(id)));
  const isNew = stored.every((familyCase) => familyCase === undefined);
  if (isNew && dataDir !== null && (await holdsData(dataDir)))
    throw new Error(
      `Failed to start the demo: DATA_DIR ${dataDir} holds data that no demo made. Set another DATA_DIR, or fill in MicrosoftAppId to serve the families that are in it.`,
    );
  for (const [index, family] of all.entries()) {
    if (stored[index] === undefined) await register.commit(asFamilyCase(family, now));
  }
}

/** Whether anybody used this folder: a family, a look that was written down, or an address. */
async function holdsData(dataDir: string): Promise<boolean> {
  const cases = await readdir(join(dataDir, 'cases'));
  const files = await readdir(dataDir);
  const looks = files.includes('audit.jsonl') && (await stat(join(dataDir, 'audit.jsonl'))).size > 0;
  return looks || files.includes('addresses.json') || cases.some((name) => name.endsWith('.json'));
}

function asFamilyCase(family: z.infer<typeof demoFamilySchema>, now: Date): FamilyCase {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  return {
    schema: 1,
    id: family.id,
    version: 1,
    createdAt: now.toISOString(),
    family: { kind: 'known', label: family.label, members: family.members, domains: family.domains },
    workers: demoTeam,
    sources: family.sources,
    parties: family.parties.map(({ sinceDaysAgo, ...party }) => ({
      ...party,
      person: null,
      domain: null,
      since: ago(sinceDaysAgo),
      until: null,
    })),
    plans: family.plans.map(({ agreedDaysAgo, reviewInDays, ...plan }) => ({
      ...plan,
      agreedOn: ago(agreedDaysAgo),
      agreedBy: [plan.owner],
      reviewBy: reviewInDays === null ? null : ago(-reviewInDays),
      endedOn: null,
    })),
    regisseurs: family.regisseurs.map(({ sinceDaysAgo, ...regisseur }) => ({
      ...regisseur,
      mandate: 'unknown',
      match: 'unknown',
      since: ago(sinceDaysAgo),
      until: null,
    })),
    ...newCourse,
    ...courseOf(family, ago),
    escalations: [],
    cards: [],
    notices: [],
    processed: [],
    audit: [],
  };
}

/** The stuck rules have not run on it yet: they do at the first thing that is written down, and every night. */
function courseOf({ id, history }: z.infer<typeof demoFamilySchema>, ago: (days: number) => string) {
  const by = demoPersona('worker');
  const happened = history.map((one, index) => ({
    ...one,
    id: `${id}-${index + 1}`,
    seq: index + 1,
    on: ago(one.daysAgo),
  }));
  const at = (day: string) => `${day}T09:00:00.000Z`;
  return {
    facts: happened.map(({ id: factId, seq, on, signals, note }) => ({
      id: factId,
      date: on,
      seq,
      recordedAt: at(on),
      by: { kind: 'worker' as const, id: by.id, name: by.name },
      signals,
      note,
      requestId: null,
    })),
    requests: happened.flatMap(({ id: factId, seq, on, asks }) =>
      asks === undefined
        ? []
        : [
            {
              id: factId,
              requestKind: asks.requestKind,
              words: { text: asks.words, sha256: realWorld.sha256(asks.words), writtenAt: at(on) },
              on,
              from: 'ouder',
              askedOf: asks.askedOf,
              answers: [],
              endedOn: happened.find((later) => later.ends && later.seq > seq)?.on ?? null,
            },
          ],
    ),
    referrals: happened.flatMap(({ id: factId, on, sentTo }) =>
      sentTo === undefined
        ? []
        : [
            {
              id: `${factId}-r`,
              factId,
              to: sentTo.to,
              purpose: sentTo.purpose,
              on,
              by: by.name,
              outcome: { kind: 'cannot-deliver' as const, on, reason: sentTo.cannotDeliver },
            },
          ],
    ),
  };
}
