/** The commands that file, take, decide and withdraw one escalation, on Monday 23 November 2026 at ten. */
import type { FamilyCase } from '../../../../cases/index.ts';
import { decide, type EscalationCommand, type EscalationOutcome } from '../../../../cases/rules/escalation.ts';
import { sha256, someSettings } from '../../../support/case-world.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
export const at = now.toISOString();
const officers = [{ id: 'officer-1' }, { id: 'officer-2' }];

export const run = (
  familyCase: FamilyCase,
  command: EscalationCommand,
  overrides: { on?: typeof officers; now?: Date } = {},
) => {
  let ids = 0;
  return decide(familyCase, command, {
    now: overrides.now ?? now,
    settings: someSettings,
    officers: overrides.on ?? officers,
    newId: () => `id-${(ids += 1)}`,
    sha256,
  });
};

export const changed = (outcome: EscalationOutcome) => {
  if (outcome.kind !== 'changed') throw new Error(`Expected a change, got ${outcome.kind}.`);
  return outcome;
};

export const fileIt = (overrides: Partial<Extract<EscalationCommand, { kind: 'file' }>> = {}): EscalationCommand => ({
  kind: 'file',
  commandId: 'command-1',
  by: { kind: 'worker', id: 'worker-1', name: 'Wil Werker' },
  ownWords: 'Niemand belt terug.',
  summary: null,
  answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
  replyTo: null,
  followCodeHash: 'hash-of-code',
  ...overrides,
});

export const takeIt = (
  commandId = 'command-2',
  by = { id: 'officer-1', name: 'Olga Officier' },
): EscalationCommand => ({
  kind: 'take',
  commandId,
  by,
  cardRef: 'card-1',
});

export const decideIt = (
  overrides: Partial<Extract<EscalationCommand, { kind: 'decide' }>> = {},
): EscalationCommand => ({
  kind: 'decide',
  commandId: 'command-3',
  by: { id: 'officer-1', name: 'Olga Officier' },
  cardRef: 'card-1',
  input: { verdict: 'granted', reason: 'Team Een levert een regisseur.', effectiveOn: '2026-12-01' },
  ...overrides,
});

export const withdrawIt = (
  overrides: Partial<Extract<EscalationCommand, { kind: 'withdraw' }>> = {},
): EscalationCommand => ({
  kind: 'withdraw',
  commandId: 'command-4',
  by: 'worker-1',
  escalationId: 'escalation-1',
  reason: 'Het is opgelost.',
  ...overrides,
});
