/** One decided question of a parent in the third quarter of 2026, as the public figures know it. */
import type { AnonymousRecord } from '../../cases/index.ts';

export const anAnonymousRecord = (overrides: Partial<AnonymousRecord> = {}): AnonymousRecord => ({
  filedIn: '2026-3',
  filedBy: 'parent',
  decidedIn: '2026-3',
  verdict: 'granted',
  inTime: true,
  daysToDecision: 9,
  blockers: [],
  raised: false,
  openedAgain: false,
  orders: 0,
  ordersMissed: 0,
  proposals: 0,
  proposalsGranted: 0,
  helped: null,
  complaintsFounded: 0,
  complaintsAnswered: 0,
  closedIn: '2026-3',
  published: null,
  ...overrides,
});

export const anonymousRecords = (count: number, overrides: Partial<AnonymousRecord> = {}): readonly AnonymousRecord[] =>
  Array.from({ length: count }, () => anAnonymousRecord(overrides));
