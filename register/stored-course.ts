/** How it went with a family, as it is stored. Every part has a default, so that an older document still loads. */
import { z } from 'zod';
import { handoverItems, lifeDomainNames, signalCodes } from '../cases/index.ts';
import { count, day, id, instant, ownWords, person, text } from './stored-shapes.ts';

const domain = z.enum(lifeDomainNames);

const fact = z.strictObject({
  id,
  date: day,
  seq: count,
  recordedAt: instant,
  by: z.strictObject({ kind: z.enum(['worker', 'officer', 'system']), id, name: text }),
  signals: z.array(z.enum(signalCodes)),
  note: text.nullable(),
  requestId: id.nullable(),
});

const domainLook = z.strictObject({
  memberId: id,
  domain,
  state: z.enum(['well', 'attention', 'concern']),
  lookedOn: day,
  lookedBy: text,
});

const request = z.strictObject({
  id,
  requestKind: z.enum(['regisseur', 'help', 'place', 'budget', 'answer', 'other']),
  words: ownWords,
  on: day,
  from: text,
  askedOf: text,
  answers: z.array(
    z.strictObject({
      factId: id,
      on: day,
      outcome: z.enum([
        'granted',
        'refused',
        'not-granted',
        'left-with-failing-party',
        'rejected-on-rule',
        'regisseur-assigned',
      ]),
      reason: text,
      by: text,
    }),
  ),
  endedOn: day.nullable(),
});

const signal = z.strictObject({
  id,
  factId: id,
  code: z.enum(signalCodes),
  from: text,
  words: ownWords.nullable(),
  owner: id,
  due: day,
  moves: z.array(z.strictObject({ from: id, to: id, dueBefore: day, reason: text, on: day, by: text })).default([]),
  handled: z.strictObject({ on: day, by: text, what: text }).nullable(),
});

const referral = z.strictObject({
  id,
  factId: id,
  to: text,
  purpose: text,
  on: day,
  by: text,
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sent') }),
    z.strictObject({ kind: z.enum(['refused', 'cannot-deliver', 'waiting-list']), on: day, reason: text }),
    z.strictObject({ kind: z.literal('done'), on: day }),
  ]),
});

const rejection = z.strictObject({
  id,
  factId: id,
  what: text,
  rule: text,
  on: day,
  by: text,
  alternative: text.nullable(),
  maatwerk: z.boolean(),
});

const task = z.strictObject({ id, what: text, who: text, agreedOn: day, due: day.nullable(), doneOn: day.nullable() });

const trajectory = z.strictObject({
  id,
  what: text,
  organisation: text,
  since: day.nullable(),
  until: day.nullable(),
  helped: z.enum(['yes', 'partly', 'no', 'unknown']),
});

const measure = z.strictObject({
  id,
  measureKind: text,
  since: day,
  until: day.nullable(),
  firstAppointmentBy: day,
  firstAppointmentOn: day.nullable(),
});

const handover = z.strictObject({
  id,
  factId: id,
  measureId: id.nullable(),
  from: text.nullable(),
  to: text.nullable(),
  on: day,
  takenOverOn: day.nullable(),
  reason: text,
  done: z.array(z.enum(handoverItems)),
});

const promise = z.strictObject({
  id,
  kind: z.enum(['commitment', 'recommendation']).optional(),
  factId: id.optional(),
  what: text.nullable(),
  toWhom: text.nullable(),
  owner: text.nullable(),
  madeOn: day,
  due: day.nullable(),
  keptOn: day.nullable(),
  missedOn: day.nullable(),
  steps: z
    .array(
      z.strictObject({
        kind: z.enum(['dated', 'kept', 'missed', 'dropped']),
        on: day,
        by: text,
        note: text.nullable(),
      }),
    )
    .optional(),
});

const aftercare = z.strictObject({
  since: day,
  contact: text,
  moments: z.array(z.strictObject({ due: day, doneOn: day.nullable(), relapse: z.boolean(), note: text.nullable() })),
  relapseSigns: z.array(text),
  relapsePlan: text,
  chronicReviewOn: day.nullable(),
  endedOn: day.nullable(),
});

const planFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), planId: id }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('several'), planIds: z.array(id) }),
  z.strictObject({ kind: z.literal('outdated'), planId: id, since: day }),
  z.strictObject({ kind: z.literal('incomplete'), planId: id, missing: z.array(text) }),
]);

const regisseurFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), regisseurId: id, since: day }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('several'), regisseurIds: z.array(id) }),
  z.strictObject({ kind: z.literal('gone'), regisseurId: id, since: day }),
  z.strictObject({ kind: z.literal('cannot-lead'), regisseurId: id }),
]);

const gateCheck = z.strictObject({
  id,
  at: instant,
  by: text,
  contactOn: day,
  finding: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['in-order', 'deviates']), plan: planFinding, regisseur: regisseurFinding }),
    z.strictObject({ kind: z.literal('unknown'), because: z.array(text), asOf: instant }),
  ]),
  lookedAt: z.array(text),
});

const stuck = z.strictObject({
  findings: z
    .array(
      z.strictObject({
        key: id,
        rule: text,
        variant: text.nullable(),
        mode: z.enum(['file', 'propose', 'warn', 'off']),
        on: day,
        seq: count.nullable(),
        deskOn: day.nullable(),
        factIds: z.array(id),
        count: count.nullable(),
      }),
    )
    .default([]),
  stops: z.array(z.strictObject({ key: id, by: person, reason: text, on: day, at: instant })).default([]),
  pushes: z.array(z.strictObject({ key: id, by: text, on: day })).default([]),
  escalationIds: z.array(id).default([]),
});

export const storedCourse = {
  facts: z.array(fact).default([]),
  lifeDomains: z.array(domainLook).default([]),
  requests: z.array(request).default([]),
  signals: z.array(signal).default([]),
  referrals: z.array(referral).default([]),
  rejections: z.array(rejection).default([]),
  tasks: z.array(task).default([]),
  trajectories: z.array(trajectory).default([]),
  measures: z.array(measure).default([]),
  handovers: z.array(handover).default([]),
  promises: z.array(promise).default([]),
  aftercare: aftercare.nullable().default(null),
  gateChecks: z.array(gateCheck).default([]),
  stuck: stuck.prefault({}),
};
