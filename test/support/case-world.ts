/** The subject with memory adapters, a clock that stands still until it is moved, and ids that can be read. */
import { createHash } from 'node:crypto';
import {
  type AuditLog,
  type CaseDeps,
  type CaseSettings,
  type CaseSource,
  type FamilyCase,
  type Filing,
  makeCases,
  makeFollowCode,
  type Register,
  type StaffActor,
} from '../../cases/index.ts';
import { makeMemoryAuditLog, makeMemoryRegister } from '../../register/index.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const someSettings: CaseSettings = {
  countingPlanKinds: ['gezinsplan'],
  planOutdatedAfterDays: 365,
  answerWithinWerkdagen: 10,
  holidays: ['2026-12-25', '2026-12-26', '2027-01-01'],
  proofWaitMs: 45_000,
  maxTries: 4,
  stuck: {
    modes: {
      K1: 'file',
      K2: 'file',
      K2b: 'file',
      K3: 'file',
      K4: 'warn',
      K5: 'file',
      K6: 'file',
      K7: 'file',
      K8: 'file',
    },
    unansweredDays: 14,
    proposalWerkdagen: 3,
    ownRules: [],
  },
  providers: [],
  signalWithinWerkdagen: 5,
  firstAppointmentWerkdagen: 5,
  planWithinDays: 42,
  aftercareAfterDays: [28, 91, 182],
  ownStrength: { longestDays: 182, fromDomains: 3 },
};

export const worker1: StaffActor = { kind: 'worker', id: 'worker-1', name: 'Wil Werker' };
export const worker2: StaffActor = { kind: 'worker', id: 'worker-2', name: 'Wim Werker' };
export const officer1: StaffActor = { kind: 'officer', id: 'officer-1', name: 'Olga Officier' };
export const officer2: StaffActor = { kind: 'officer', id: 'officer-2', name: 'Otto Officier' };
export const aParent = { kind: 'parent', address: 'web:conversation-1' } as const;

export const aFiling = (overrides: Partial<Filing> = {}): Filing => ({
  ownWords: 'Ik vraag al een jaar om één aanspreekpunt.',
  summary: null,
  answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
  caseId: 'case-1',
  replyTo: null,
  ...overrides,
});

interface WorldWishes {
  readonly register?: Register;
  readonly auditLog?: AuditLog;
  readonly sources?: readonly CaseSource[];
  readonly settings?: Partial<CaseSettings>;
  readonly cases?: readonly FamilyCase[];
  readonly isReady?: () => boolean;
}

export const aCaseWorld = async (wishes: WorldWishes = {}) => {
  const register = wishes.register ?? makeMemoryRegister();
  const memoryLog = makeMemoryAuditLog();
  const roles = new Map<string, { role: 'worker' | 'officer'; name: string }>();
  for (const { kind, id, name } of [worker1, worker2, officer1, officer2]) roles.set(id, { role: kind, name });
  const clock = { now: new Date('2026-11-23T09:00:00.000Z') };
  let ids = 0;
  let codes = 0;
  const deps: CaseDeps = {
    register,
    auditLog: wishes.auditLog ?? memoryLog,
    roles: {
      roleOf: (id) => Promise.resolve(roles.get(id)),
      officers: () =>
        Promise.resolve([...roles].flatMap(([id, { role, name }]) => (role === 'officer' ? [{ id, name }] : []))),
    },
    sources: wishes.sources ?? [],
    ...(wishes.isReady === undefined ? {} : { isReady: wishes.isReady }),
    settings: { ...someSettings, ...wishes.settings },
    now: () => clock.now,
    newId: () => `id-${(ids += 1)}`,
    newFollowCode: () => makeFollowCode(new Uint8Array([0, 0, 0, 7, (codes += 1)])),
    sha256,
  };
  for (const familyCase of wishes.cases ?? []) await register.commit({ ...familyCase, version: 1 });
  return {
    deps,
    cases: makeCases(deps),
    register,
    roles,
    auditLines: () => memoryLog.lines(),
    /** Moves the clock forward. */
    pass: (milliseconds: number) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    setTime: (instant: string) => {
      clock.now = new Date(instant);
    },
    stored: async (caseId = 'case-1'): Promise<FamilyCase> => {
      const familyCase = await register.read(caseId);
      if (familyCase === undefined) throw new Error(`No case ${caseId} in this world.`);
      return familyCase;
    },
  };
};
