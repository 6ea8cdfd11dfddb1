/** How an escalation goes, as it is stored. Every part has a default, so that an older document still loads. */
import { z } from 'zod';
import { blockers, stepKinds } from '../cases/index.ts';
import { count, day, id, instant, ownWords, person, text } from './stored-shapes.ts';

const blocker = z.enum(blockers).nullable();

const author = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('parent'), filing: id.optional() }),
  z.strictObject({ kind: z.enum(['worker', 'officer']), id, name: text }),
  z.strictObject({ kind: z.literal('system') }),
]);

export const storedBehalf = z.strictObject({
  relation: z.enum(['client-supporter', 'relative', 'other']),
  name: text.nullable(),
  consent: z.strictObject({ how: text, on: day }),
});

export const storedReading = z.strictObject({
  by: author,
  at: instant,
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('confirmed'), at: instant }),
      z.strictObject({ kind: z.literal('corrected'), words: ownWords }),
    ])
    .nullable(),
});

const step = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  at: instant,
  by: author,
  reason: text.nullable(),
  day: day.nullable(),
  about: id.nullable(),
  owner: id,
  due: day,
});

const comment = z.strictObject({ id, about: id, by: author, words: ownWords });

const proposal = z.strictObject({
  id,
  subject: z.enum(['regisseur', 'other']),
  who: text.nullable(),
  words: ownWords,
  by: author,
  answer: z
    .strictObject({
      verdict: z.enum(['granted', 'refused']),
      reason: text,
      blocker,
      alternative: text.nullable(),
      maatwerk: z.boolean(),
      by: person,
      at: instant,
    })
    .nullable(),
});

const question = z.strictObject({
  id,
  question: text,
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('parent') }),
    z.strictObject({ kind: z.literal('worker'), id }),
    z.strictObject({ kind: z.literal('outside'), name: text }),
  ]),
  by: person,
  at: instant,
  due: day,
  answer: z.strictObject({ words: ownWords, by: author }).nullable(),
  missedOn: day.nullable(),
});

const order = z.strictObject({
  id,
  to: text,
  what: text,
  basis: text,
  by: person,
  at: instant,
  due: day,
  nextDue: day,
  owner: id,
  blocker,
  missed: z.array(day),
  done: z.strictObject({ on: day, by: person, note: text.nullable() }).nullable(),
});

const callBack = z.strictObject({
  id,
  reach: text,
  by: author.optional(),
  askedAt: instant,
  due: day,
  nextDue: day,
  owner: id,
  missed: z.array(day),
  done: z.strictObject({ on: day, by: person }).nullable(),
});

const helped = z.strictObject({
  askOn: day,
  askedAt: instant.nullable(),
  answer: z
    .strictObject({ kind: z.enum(['helped', 'sent-on', 'not-yet']), words: ownWords.nullable(), at: instant })
    .nullable(),
});

const lesson = z.strictObject({
  cameAcross: text,
  why: text,
  changes: text,
  by: text.nullable(),
  due: day.nullable(),
});

const closing = z.strictObject({
  at: instant,
  by: person,
  lesson,
  published: z.strictObject({ asked: text, did: text }).nullable(),
  told: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['address', 'follow-code']) }),
    z.strictObject({ kind: z.literal('through-worker'), ids: z.array(id).min(1) }),
    z.strictObject({ kind: z.literal('in-person'), how: text, on: day }),
  ]),
});

const complaint = z.strictObject({
  id,
  at: instant,
  by: author,
  due: day,
  nextDue: day,
  owner: id,
  missed: z.array(day),
  statements: z.array(
    z.strictObject({
      id,
      words: ownWords,
      answer: z
        .strictObject({
          finding: z.enum(['founded', 'unfounded', 'cannot-say']),
          reason: text,
          facts: z.array(z.strictObject({ on: day, what: text, ref: id })),
        })
        .nullable(),
    }),
  ),
  answered: z.strictObject({ at: instant, by: person, lesson }).nullable(),
});

const earlierRound = z.strictObject({
  decidedAt: instant.nullable(),
  verdict: z.enum(['granted', 'refused', 'elsewhere']).nullable(),
  reason: text,
  lesson: lesson.nullable(),
  reopenedAt: instant,
});

/** What a decision rests on; a decision from before this was asked has none. */
export const storedGrounds = z.strictObject({
  blocker,
  rule: text.nullable(),
  alternative: text.nullable(),
  maatwerk: z.boolean(),
  to: text.nullable(),
  regisseurId: id.nullable(),
});

export const storedProceedings = {
  level: count.default(0),
  promisedBy: day.optional(),
  steps: z.array(step).default([]),
  comments: z.array(comment).default([]),
  proposals: z.array(proposal).default([]),
  questions: z.array(question).default([]),
  orders: z.array(order).default([]),
  callBacks: z.array(callBack).default([]),
  helped: helped.nullable().default(null),
  lessonBy: day.nullable().default(null),
  lookAgainOn: day.nullable().default(null),
  planBy: day.nullable().default(null),
  closing: closing.nullable().default(null),
  complaints: z.array(complaint).default([]),
  earlier: z.array(earlierRound).default([]),
};
