/** One family whose escalation is filed, with the clock, the officers and the model that the state machine moves. */
import type { Escalation, FamilyCase } from '../../../../../cases/index.ts';
import { decide, type EscalationCommand } from '../../../../../cases/rules/escalation.ts';
import { unmatchedCase } from '../../../../../cases/rules/file-escalation.ts';
import { localDay } from '../../../../../cases/rules/werkdagen.ts';
import { sha256, someSettings } from '../../../../support/case-world.ts';

export const people = [
  { id: 'officer-1', name: 'Olga' },
  { id: 'officer-2', name: 'Otto' },
  { id: 'director', name: 'Dora', level: 1 },
] as const;

export type Phase = 'open' | 'decided' | 'closed' | 'withdrawn';

export const phaseOf = ({ state, closing }: Escalation): Phase => {
  if (state.kind === 'withdrawn') return 'withdrawn';
  if (state.kind !== 'decided') return 'open';
  return closing === null ? 'decided' : 'closed';
};

/** Plain, because it is asked a quarter of a million times. */
export const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`Does not hold: ${what}.`);
};

/** What the model knows: the phase, and what still has a right to an answer. */
interface Model {
  phase: Phase;
  decisions: number;
  rounds: number;
}

export const start = new Date('2026-11-23T09:00:00.000Z');
export const dayMs = 86_400_000;

export class World {
  disk: FamilyCase;
  now = start;
  ids = 0;
  commands: EscalationCommand[] = [];
  away: Record<string, { from: string; until: string; deputy: null }[]> = {};
  gone = new Set<string>();
  model: Model = { phase: 'open', decisions: 0, rounds: 1 };
  /** Card refs that arrived at somebody. */
  arrived: string[] = [];

  constructor() {
    const empty = unmatchedCase('case-1', start);
    const filed = decide(
      empty,
      {
        kind: 'file',
        commandId: 'file',
        by: { kind: 'parent', id: null, name: null },
        ownWords: 'Niemand luistert.',
        summary: null,
        answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
        replyTo: 'web:1',
        followCodeHash: 'hash',
      },
      this.context(),
    );
    if (filed.kind !== 'changed') throw new Error(filed.kind);
    this.disk = filed.familyCase;
  }

  officers() {
    return people.filter(({ id }) => !this.gone.has(id)).map((one) => ({ ...one, away: this.away[one.id] ?? [] }));
  }

  context() {
    return {
      now: this.now,
      settings: someSettings,
      officers: this.officers(),
      newId: () => `id-${(this.ids += 1)}`,
      sha256,
    };
  }

  get escalation(): Escalation {
    const [one] = this.disk.escalations;
    if (one === undefined) throw new Error('no escalation');
    return one;
  }

  get others(): readonly Escalation[] {
    return this.disk.escalations.slice(1);
  }

  write(next: FamilyCase) {
    must(next.version === this.disk.version + 1, 'a write is one version');
    this.disk = next;
  }
}

export const dayIn = (world: World, days: number) => localDay(new Date(world.now.getTime() + days * dayMs));

export const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
