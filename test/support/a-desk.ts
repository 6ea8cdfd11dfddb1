/** An escalation on the desk that is moved by commands of the rules, with ids that can be read and a clock that can be set. */
import type { Escalation, FamilyCase, OnDuty } from '../../cases/index.ts';
import { decide, type EscalationCommand, type EscalationOutcome } from '../../cases/rules/escalation.ts';
import type { FilerAction, OfficerAction } from '../../cases/rules/escalation/actions.ts';
import { passDueDates } from '../../cases/rules/escalation/clock.ts';
import { unmatchedCase } from '../../cases/rules/file-escalation.ts';
import { sha256, someSettings } from './case-world.ts';

export const olga = { id: 'officer-1', name: 'Olga Officier' };
export const otto = { id: 'officer-2', name: 'Otto Officier' };
export const dora = { id: 'director', name: 'Dora Directeur' };

export const aLesson = {
  cameAcross: 'De ouder voelde zich niet gehoord.',
  why: 'Niemand had de regie.',
  changes: 'Elk gezin krijgt op dag één een naam.',
};

export const anOrder = {
  to: 'Aanbieder Noord',
  what: 'Levert een regisseur',
  basis: 'Contract 2026, artikel 4',
  due: '2026-12-01',
};

export const aRegisseurInput = {
  name: 'Rik Regie',
  organisation: 'Team Een',
  canLead: 'yes',
  mandate: 'yes',
  match: 'unknown',
  deputy: null,
} as const;

interface DeskWishes {
  readonly familyCase?: FamilyCase;
  readonly officers?: readonly OnDuty[];
  readonly file?: Partial<Extract<EscalationCommand, { kind: 'file' }>>;
}

/** Filed by a parent on Monday 23 November 2026 at ten, due on 7 December. */
export function aDesk(wishes: DeskWishes = {}) {
  let ids = 0;
  let commands = 0;
  let now = new Date('2026-11-23T09:00:00.000Z');
  let officers: readonly OnDuty[] = wishes.officers ?? [olga, otto, { ...dora, level: 1 }];
  let familyCase = wishes.familyCase ?? unmatchedCase('case-1', now);

  const context = () => ({ now, settings: someSettings, officers, newId: () => `id-${(ids += 1)}`, sha256 });

  const run = (command: EscalationCommand): EscalationOutcome => {
    const outcome = decide(familyCase, command, context());
    if (outcome.kind === 'changed') familyCase = outcome.familyCase;
    return outcome;
  };

  const nextId = () => `command-${(commands += 1)}`;

  run({
    kind: 'file',
    commandId: nextId(),
    by: { kind: 'parent', id: null, name: null },
    ownWords: 'Ik vraag al een jaar om één regisseur.',
    summary: null,
    answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
    replyTo: 'web:1',
    followCodeHash: 'hash-of-code',
    ...wishes.file,
  });

  const escalation = (): Escalation => {
    const last = familyCase.escalations.at(-1);
    if (last === undefined) throw new Error('Nothing was filed on this desk.');
    return last;
  };

  const newNotices = (before: FamilyCase) => familyCase.notices.slice(before.notices.length);

  return {
    case: () => familyCase,
    escalation,
    run,
    put: (next: FamilyCase) => {
      familyCase = next;
    },
    does: (action: OfficerAction, by = olga, commandId = nextId()): EscalationOutcome =>
      run({ kind: 'officer', commandId, by, target: { escalationId: escalation().id }, action }),
    says: (action: FilerAction, commandId = nextId()): EscalationOutcome =>
      run({
        kind: 'react',
        commandId,
        by: { kind: 'parent' },
        answeredAt: 'web:1',
        escalationId: escalation().id,
        action,
      }),
    /** Moves the clock to this day at ten in the morning and looks at what is due. */
    on: (day: string, time = '09:00'): FamilyCase => {
      now = new Date(`${day}T${time}:00.000Z`);
      familyCase = passDueDates(familyCase, context());
      return familyCase;
    },
    setTime: (instant: string) => {
      now = new Date(instant);
    },
    look: () => {
      const before = familyCase;
      familyCase = passDueDates(familyCase, context());
      return { changed: familyCase !== before, told: newNotices(before) };
    },
    setOfficers: (next: readonly OnDuty[]) => {
      officers = next;
    },
    context,
    kinds: () => escalation().steps.map(({ kind }) => kind),
    /** Whom each notice was for, with the kind of its step. */
    told: (from = 0) =>
      familyCase.notices.slice(from).map(({ to, stepId, noticeKind }) => {
        const step = escalation().steps.find(({ id }) => id === stepId);
        return `${to.kind === 'address' ? 'parent' : to.id}: ${step?.kind ?? noticeKind}`;
      }),
  };
}

export type Desk = ReturnType<typeof aDesk>;
