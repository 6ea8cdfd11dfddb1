/** An escalation, its cards and its notices, as they are stored. */
import { z } from 'zod';
import { storedBehalf, storedGrounds, storedProceedings, storedReading } from './stored-proceedings.ts';
import { count, day, id, instant, ownWords, person, text, yesNo } from './stored-shapes.ts';

const escalationState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('filed') }),
  z.strictObject({ kind: z.literal('taken'), by: person, at: instant }),
  z.strictObject({
    kind: z.literal('decided'),
    decision: z.strictObject({
      verdict: z.enum(['granted', 'refused', 'elsewhere']),
      reason: text,
      effectiveOn: day,
      by: person,
      at: instant,
      grounds: storedGrounds.optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), by: id, reason: text, at: instant }),
]);

const storedFiling = {
  filedBy: z.strictObject({
    kind: z.enum(['parent', 'worker', 'officer', 'system']),
    id: id.nullable(),
    name: text.nullable(),
  }),
  ownWords,
  summary: text.nullable(),
  reading: storedReading.nullable().default(null),
  answers: z.strictObject({ complex: yesNo, stuck: z.enum(['stuck', 'about-to', 'no', 'unknown']), harm: yesNo }),
  danger: z.array(text).min(1).optional(),
  onBehalf: storedBehalf.nullable().default(null),
  followCodeHash: text.min(1),
  replyTo: text.nullable(),
};

const joinedFiling = z.strictObject({
  id,
  ...storedFiling,
  withdrawn: z.strictObject({ by: id, reason: text, at: instant }).nullable(),
});

export const storedEscalation = z
  .strictObject({
    id,
    number: text,
    filedAt: instant,
    ...storedFiling,
    filingId: id.optional(),
    joined: z.array(joinedFiling).default([]),
    owner: id,
    due: day,
    state: escalationState,
    ...storedProceedings,
  })
  // An escalation from before the promise was kept apart never had another day.
  .transform(({ promisedBy, ...rest }) => ({ ...rest, promisedBy: promisedBy ?? rest.due }));

export const storedCard = z.strictObject({
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

export const storedNotice = z.strictObject({
  id,
  noticeKind: z.enum([
    'escalation-filed',
    'escalation-taken',
    'escalation-decided',
    'escalation-withdrawn',
    'escalation-news',
    'escalation-due',
  ]),
  escalationId: id,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('actor'), id }),
    z.strictObject({ kind: z.literal('address'), key: text }),
  ]),
  cardRef: id.nullable(),
  stepId: id.optional(),
  state: noticeState,
});
