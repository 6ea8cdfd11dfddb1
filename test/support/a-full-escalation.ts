/** An escalation in which everything happened that can happen, and the texts that a card must survive. */
import type { DeskView } from '../../cards/index.ts';
import { type Escalation, type EscalationStep, stepKinds } from '../../cases/index.ts';
import { aFamilyCase, anEscalation, aParty } from './a-family-case.ts';
import { aDecision, aDeskView } from './scripted-cases.ts';

const at = '2026-11-22T09:00:00.000Z';
export const CANARY = 'Kanarie';

/** With the same text of people everywhere. */
export function full(text: string): Escalation {
  const kept = { text, sha256: 'ab'.repeat(32), writtenAt: at };
  const by = { id: 'o-1', name: text };
  const many = <T>(make: (id: string) => T): readonly T[] =>
    Array.from({ length: 20 }, (_, place) => make(`id-${place}`));
  const lesson = { cameAcross: text, why: text, changes: text, by: text, due: null };
  const step = (kind: EscalationStep['kind'], id: string): EscalationStep => ({
    id,
    kind,
    at,
    by: { kind: 'officer', ...by },
    reason: text,
    day: '2026-12-01',
    about: null,
    owner: 'o-1',
    due: '2026-12-04',
  });
  return anEscalation({
    filedBy: { kind: 'worker', id: 'w', name: text },
    onBehalf: { relation: 'relative', name: text, consent: { how: text, on: '2026-11-20' } },
    ownWords: kept,
    summary: text,
    reading: { by: { kind: 'parent' }, at, answer: { kind: 'corrected', words: kept } },
    joined: many((id) => ({
      id,
      filedBy: { kind: 'worker', id: `w-${id}`, name: text },
      ...{ ownWords: kept, summary: text, reading: null, onBehalf: null, followCodeHash: id, replyTo: null },
      answers: { complex: 'unknown', stuck: 'unknown', harm: 'unknown' },
      withdrawn: { by: 'w', reason: text, at },
    })),
    steps: stepKinds.map((kind, place) => step(kind, `step-${place}`)),
    comments: many((id) => ({ id, about: 'step-1', by: { kind: 'parent' }, words: kept })),
    proposals: many((id) => ({ id, subject: 'other', who: text, words: kept, by: { kind: 'parent' }, answer: null })),
    questions: many((id) => ({
      id,
      question: text,
      of: { kind: 'outside', name: text },
      by,
      at,
      due: '2026-12-01',
      answer: null,
      missedOn: null,
    })),
    orders: many((id) => ({
      id,
      to: text,
      what: text,
      basis: text,
      by,
      at,
      due: '2026-12-01',
      nextDue: '2026-12-01',
      owner: 'o-1',
      blocker: 'law',
      missed: ['2026-11-01'],
      done: null,
    })),
    callBacks: many((id) => ({
      id,
      reach: text,
      askedAt: at,
      due: '2026-12-01',
      nextDue: '2026-12-01',
      owner: 'o-1',
      missed: [],
      done: null,
    })),
    complaints: [true, false].map((answered) => ({
      id: `complaint-${String(answered)}`,
      at,
      by: { kind: 'parent' },
      due: '2027-01-03',
      nextDue: '2027-01-03',
      owner: 'o-1',
      missed: [],
      statements: many((id) => ({
        id,
        words: kept,
        answer: answered
          ? { finding: 'founded', reason: text, facts: [{ on: '2026-11-20', what: text, ref: 'f' }] }
          : null,
      })),
      answered: answered ? { at, by, lesson } : null,
    })),
  });
}

export function fullView(text: string, escalation = full(text)): DeskView {
  const facts = Array.from({ length: 60 }, (_, seq) => ({
    id: `fact-${seq}`,
    date: '2026-10-01',
    seq,
    recordedAt: at,
    by: { kind: 'worker' as const, id: 'w', name: text },
    signals: ['many-agencies' as const, 'no-plan' as const],
    note: text,
    requestId: null,
  }));
  const familyCase = aFamilyCase({
    facts,
    workers: ['w', 'w-2'],
    escalations: [escalation],
    parties: Array.from({ length: 14 }, (_, place) => aParty({ id: `${place}`, organisation: text, task: text })),
  });
  const officers = [
    { id: 'o-1', name: text },
    { id: 'o-2', name: text },
  ];
  return aDeskView({ escalation, familyCase, label: text, officers });
}

export const decided = (text: string, more: Partial<Escalation> = {}): Escalation => ({
  ...full(text),
  state: {
    kind: 'decided',
    decision: {
      ...aDecision,
      reason: text,
      grounds: { blocker: 'law', rule: text, alternative: text, maatwerk: true, to: text, regisseurId: null },
    },
  },
  ...more,
});

export const size = (card: unknown) => new TextEncoder().encode(JSON.stringify(card)).length;

export const hostile = [
  '[klik](https://evil.example) **vet** <at>Directeur</at> {{DATE(2017-02-14T06:00:00Z)}} ${$root}',
  '\u202Eomgekeerd\u2066 on\u200Bzicht',
  `kop${'\n'.repeat(5000)}staart`,
  'ë'.repeat(8000),
  '世'.repeat(8000),
  '"\\'.repeat(4000),
  '\u202E'.repeat(8000),
].map((text) => CANARY + text);
