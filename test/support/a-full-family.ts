/** A family of which everything was written down. */
import type { FamilyCase } from '../../cases/index.ts';
import { aFamilyCase, aParty, aPlan, aRegisseur } from './a-family-case.ts';

const today = '2026-11-23';
const at = '2026-11-23T09:00:00.000Z';

export const many = <T>(make: (place: number) => T, count = 40) =>
  Array.from({ length: count }, (_, place) => make(place));

/** Each word of people is the same text. */
export function aFullFamily(text: string): FamilyCase {
  const by = { kind: 'worker', id: 'worker-1', name: text } as const;
  const ownWords = { text, sha256: 'a'.repeat(64), writtenAt: at };
  return aFamilyCase({
    label: text,
    plans: [aPlan({ planKind: text, owner: text, priorities: [text], agreedBy: [text] }), aPlan({ id: 'plan-2' })],
    regisseurs: [aRegisseur({ name: text, organisation: text }), aRegisseur({ id: 'regisseur-2', name: text })],
    parties: many((place) => aParty({ id: `party-${place}`, organisation: text, task: text, person: text })),
    facts: many((place) => ({
      id: `fact-${place}`,
      date: today,
      seq: place,
      recordedAt: at,
      by,
      signals: ['cry-for-help'],
      note: 'Bewaard.',
      requestId: null,
    })),
    requests: many((place) => ({
      id: `fact-${place}`,
      requestKind: 'help',
      words: ownWords,
      on: today,
      from: text,
      askedOf: text,
      answers: [],
      endedOn: null,
    })),
    signals: many((place) => ({
      id: `signal-${place}`,
      factId: 'fact-1',
      code: 'cry-for-help',
      from: text,
      words: ownWords,
      owner: 'worker-1',
      due: today,
      moves: [],
      handled: null,
    })),
    referrals: many((place) => ({
      id: `referral-${place}`,
      factId: `fact-${place}`,
      to: `${place} ${text}`,
      purpose: text,
      on: today,
      by: text,
      outcome: { kind: 'refused', on: today, reason: text },
    })),
    tasks: many((place) => ({ id: `task-${place}`, what: text, who: text, agreedOn: today, due: today, doneOn: null })),
    trajectories: many((place) => ({
      id: `trajectory-${place}`,
      what: text,
      organisation: text,
      since: null,
      until: null,
      helped: 'no',
    })),
    measures: many((place) => ({
      id: `measure-${place}`,
      measureKind: text,
      since: today,
      until: null,
      firstAppointmentBy: today,
      firstAppointmentOn: null,
    })),
    handovers: many((place) => ({
      id: `handover-${place}`,
      factId: `fact-${place}`,
      measureId: `measure-${place}`,
      from: text,
      to: text,
      on: today,
      takenOverOn: null,
      reason: text,
      done: [],
    })),
    promises: many((place) => ({
      id: `promise-${place}`,
      what: text,
      toWhom: text,
      owner: text,
      madeOn: today,
      due: today,
      keptOn: null,
      missedOn: null,
    })),
    aftercare: {
      since: today,
      contact: text,
      moments: many(() => ({ due: today, doneOn: null, relapse: false, note: text }), 4),
      relapseSigns: [text],
      relapsePlan: text,
      chronicReviewOn: today,
      endedOn: null,
    },
    stuck: {
      findings: many((place) => ({
        key: `K6@fact-${place}`,
        rule: 'K6',
        variant: null,
        mode: 'file',
        on: today,
        seq: place,
        deskOn: today,
        factIds: [`fact-${place}`],
        count: null,
      })),
      stops: many((place) => ({ key: `K6@fact-${place}`, by, reason: text, on: today, at }), 20),
      pushes: [],
      escalationIds: [],
    },
  });
}
