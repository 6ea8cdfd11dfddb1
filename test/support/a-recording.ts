/** Entries that a worker writes down about one family, and what came of them. */
import type { CaseEntry, Provider, Recorded, Refusal } from '../../cases/index.ts';
import { aFamilyCase } from './a-family-case.ts';
import { aCaseWorld, worker1 } from './case-world.ts';

export const today = '2026-11-23';

export const aRequest = (overrides: Partial<Extract<CaseEntry, { kind: 'request' }>> = {}): CaseEntry => ({
  kind: 'request',
  requestKind: 'regisseur',
  words: '  Het wordt mij te veel om alles zelf te regelen. ',
  from: 'ouder',
  askedOf: 'CJG',
  signals: ['overload-parent'],
  on: today,
  ...overrides,
});

export const aReferral = (overrides: Partial<Extract<CaseEntry, { kind: 'referral' }>> = {}): CaseEntry => ({
  kind: 'referral',
  to: 'MEE',
  purpose: 'regie',
  on: today,
  ...overrides,
});

export const aProvider = (overrides: Partial<Provider>): Provider => ({
  id: 'mee',
  name: 'MEE',
  canLead: 'unknown',
  waitingListSince: null,
  registrations: [],
  delivers: [],
  ...overrides,
});

export const aRecordingWorld = async (wishes: Parameters<typeof aCaseWorld>[0] = {}) => {
  const world = await aCaseWorld({ cases: [aFamilyCase({ plans: 0, regisseurs: 0 })], ...wishes });
  let commands = 0;
  return {
    ...world,
    record: (entry: CaseEntry, commandId = `command-${(commands += 1)}`) =>
      world.cases.record(worker1, 'case-1', entry, commandId),
  };
};

export const done = (outcome: Recorded | Refusal): Recorded => {
  if (outcome.kind !== 'recorded') throw new Error(`Expected it to be recorded, got ${JSON.stringify(outcome)}.`);
  return outcome;
};
