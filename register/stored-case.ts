/** The schema of the stored document. What does not pass is never written, and stops the start when it is found on disk. */
import { z } from 'zod';
import { type FamilyCase, lifeDomainNames } from '../cases/index.ts';
import { storedCourse } from './stored-course.ts';
import { storedCard, storedEscalation, storedNotice } from './stored-escalation.ts';
import { count, day, id, instant, text, yesNo } from './stored-shapes.ts';

/** Also the name of a file: no separators, no dots, no leading dash. */
const caseId = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,127}$/);
const domain = z.enum(lifeDomainNames);

const family = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('known'),
    label: text,
    members: z.array(z.strictObject({ id, name: text, role: z.enum(['ouder', 'kind', 'anders']) })),
    domains: z.array(domain),
  }),
  z.strictObject({ kind: z.literal('unmatched') }),
]);

const party = z.strictObject({
  id,
  organisation: text,
  person: text.nullable().default(null),
  task: text,
  domain: domain.nullable().default(null),
  since: day.nullable(),
  until: day.nullable(),
});

const plan = z.strictObject({
  id,
  planKind: text,
  owner: text.nullable(),
  agreedOn: day.nullable(),
  agreedBy: z.array(text).default([]),
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
  mandate: yesNo.default('unknown'),
  match: yesNo.default('unknown'),
  deputy: text.nullable(),
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
  ...storedCourse,
  escalations: z.array(storedEscalation),
  cards: z.array(storedCard),
  notices: z.array(storedNotice),
  processed: z.array(z.strictObject({ commandId: text, at: instant, result: text, found: z.array(text).optional() })),
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
