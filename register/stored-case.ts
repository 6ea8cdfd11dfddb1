/** The schema of the stored document. What does not pass is never written, and stops the start when it is found on disk. */
import { z } from 'zod';
import type { FamilyCase } from '../cases/index.ts';

const text = z.string();
const id = z.string().min(1).max(200);
/** Also the name of a file: no separators, no dots, no leading dash. */
const caseId = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,127}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const day = z.iso.date();
const count = z.number().int().min(0);
const yesNo = z.enum(['yes', 'no', 'unknown']);
const domain = z.enum([
  'werk-inkomen-schulden',
  'wonen',
  'maatschappelijke-ondersteuning',
  'onderwijs',
  'jeugdhulp',
  'veiligheid',
  'gezondheid',
]);

const family = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('known'),
    label: text,
    members: z.array(z.strictObject({ id, name: text, role: z.enum(['ouder', 'kind', 'anders']) })),
    domains: z.array(domain),
  }),
  z.strictObject({ kind: z.literal('unmatched') }),
]);

const party = z.strictObject({ id, organisation: text, task: text, since: day.nullable(), until: day.nullable() });

const plan = z.strictObject({
  id,
  planKind: text,
  owner: text.nullable(),
  agreedOn: day.nullable(),
  reviewBy: day.nullable(),
  endedOn: day.nullable(),
  members: z.array(text),
  domains: z.array(domain),
  priorities: z.array(text),
});

const regisseur = z.strictObject({
  id,
  name: text,
  organisation: text,
  since: day,
  until: day.nullable(),
  canLead: yesNo,
  deputy: text.nullable(),
});

const person = z.strictObject({ id, name: text });

const escalationState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('filed') }),
  z.strictObject({ kind: z.literal('taken'), by: person, at: instant }),
  z.strictObject({
    kind: z.literal('decided'),
    decision: z.strictObject({
      verdict: z.enum(['granted', 'refused']),
      reason: text,
      effectiveOn: day,
      by: person,
      at: instant,
    }),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), by: id, reason: text, at: instant }),
]);

const escalation = z.strictObject({
  id,
  number: text,
  filedAt: instant,
  filedBy: z.strictObject({
    kind: z.enum(['parent', 'worker', 'officer']),
    id: id.nullable(),
    name: text.nullable(),
  }),
  ownWords: z.strictObject({ text, sha256: text, writtenAt: instant }),
  summary: text.nullable(),
  answers: z.strictObject({ complex: yesNo, stuck: z.enum(['stuck', 'about-to', 'unknown']), harm: yesNo }),
  followCodeHash: text.min(1),
  replyTo: text.nullable(),
  owner: id,
  due: day,
  state: escalationState,
});

const card = z.strictObject({
  cardRef: id,
  escalationId: id,
  addressee: id,
  issuedAt: instant,
  state: z.enum(['live', 'void']),
  seenAt: instant.nullable(),
});

const noticeState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pending'), dueAt: instant, tries: count }),
  z.strictObject({ kind: z.literal('ambiguous'), proofUntil: instant, tries: count, attempt: instant.optional() }),
  z.strictObject({ kind: z.literal('sent'), at: instant, activityId: text.nullable() }),
  z.strictObject({ kind: z.literal('left-for-pickup'), at: instant }),
  z.strictObject({ kind: z.literal('undeliverable'), at: instant, because: text }),
]);

const notice = z.strictObject({
  id,
  noticeKind: z.enum(['escalation-filed', 'escalation-taken', 'escalation-decided', 'escalation-withdrawn']),
  escalationId: id,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('actor'), id }),
    z.strictObject({ kind: z.literal('address'), key: text }),
  ]),
  cardRef: id.nullable(),
  state: noticeState,
});

export const storedCaseSchema: z.ZodType<FamilyCase> = z.strictObject({
  schema: z.literal(1),
  id: caseId,
  version: count.min(1),
  createdAt: instant,
  family,
  workers: z.array(id),
  sources: z.array(text),
  parties: z.array(party),
  plans: z.array(plan),
  regisseurs: z.array(regisseur),
  escalations: z.array(escalation),
  cards: z.array(card),
  notices: z.array(notice),
  processed: z.array(z.strictObject({ commandId: text, at: instant, result: text })),
  audit: z.array(z.strictObject({ at: instant, event: text, actor: text, subject: text })),
});

/** Freezes the value and all it holds; gives it back. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
};

/** Where a document differs from the schema, by place only: what stands there may be personal. */
export const placesOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, code }) => `${path.map(String).join('.') || 'the document'} (${code})`)
    .join(', ');

/** A copy of its own that nobody can change. Throws when it could not be read back at the next start. */
export const storedCopy = (familyCase: FamilyCase): FamilyCase => {
  const parsed = storedCaseSchema.safeParse(familyCase);
  if (!parsed.success)
    throw new Error(
      `Failed to store a case: ${placesOf(parsed.error)} does not fit the stored document. Correct the caller.`,
    );
  return frozen(parsed.data);
};
