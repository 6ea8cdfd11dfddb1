/**
 * The list of the day: on werkdagen, from the hour of the settings, one card for each worker for whom something waits.
 * What waits is worked out from the register when it is sent; the outbox sends it.
 */
import {
  addDays,
  type AuditLog,
  type DeliveryOutcome,
  type DueNotice,
  type FamilyWork,
  instantOn,
  isWerkdag,
  localDay,
  type Register,
  type RoleTable,
  workWaitingFor,
} from '../cases/index.ts';
import type { Settings } from '../knowledge/index.ts';
import type { AddressBook } from './address-book.ts';
import { caseSettings } from './case-settings.ts';
import type { DigestEntry, DigestLedger } from './digest-ledger.ts';
import type { DigestToDeliver } from './outbox/to-deliver.ts';
import { makeSteadyClock } from './steady-clock.ts';

const DIGEST = 'digest';
/** A list of a day further ahead than this comes from a clock that was wrong: nobody waits for that day. */
const AHEAD_DAYS = 7;
const MAX_TRIES = 6;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

export interface DigestDeps {
  readonly ledger: DigestLedger;
  readonly register: Pick<Register, 'casesOf' | 'read'>;
  readonly addressBook: Pick<AddressBook, 'keys' | 'get'>;
  readonly roles: Pick<RoleTable, 'roleOf'>;
  readonly auditLog: AuditLog;
  /** Of the knowledge that is used now. */
  settings(): Settings;
  now(): Date;
  newId(): string;
}

export interface Digests {
  /** Makes the rows of today once the hour has come; says how many. */
  look(): Promise<number>;
  /** Rows that may be sent now, in the terms of the outbox. */
  due(limit: number): readonly DueNotice[];
  owns(row: DueNotice): boolean;
  /** `undefined` when it needs no sending: nothing waits, or this is no worker any more. */
  toDeliver(row: DueNotice): Promise<DigestToDeliver | undefined>;
  settle(row: DueNotice, outcome: DeliveryOutcome): Promise<void>;
}

/** Also when the last list is of a later day: the clock was set back, and the list of this day was sent or is past. */
function hadListOf(today: string, last: DigestEntry | undefined): boolean {
  return last !== undefined && last.day >= today && last.day <= addDays(today, AHEAD_DAYS);
}

export function makeDigests(deps: DigestDeps): Digests {
  const { ledger } = deps;
  const clock = makeSteadyClock(() => deps.now());
  /** When a list that did not arrive is tried again, however the clock of the machine was set meanwhile. */
  const againAt = new Map<string, number>();

  /** No wait is longer than the longest: a later moment was written by a clock that was ahead. */
  function mayGo({ id, dueAt }: DigestEntry, now: Date, passedMs: number): boolean {
    const wait = new Date(dueAt).getTime() - now.getTime();
    const again = againAt.get(id);
    if (again !== undefined) return passedMs >= again;
    return wait <= 0 || wait > LONGEST_WAIT_MS;
  }
  const entryOf = ({ noticeId }: DueNotice) => ledger.all().find(([, { id }]) => id === noticeId);

  async function end(actorId: string, entry: DigestEntry): Promise<void> {
    againAt.delete(entry.id);
    await ledger.put([[actorId, { ...entry, state: 'done' }]]);
  }

  /** A look by the system: nobody sees more of it than the counts, until the worker opens the list. */
  async function workOf(actorId: string): Promise<readonly FamilyWork[]> {
    return workWaitingFor({ ...deps, settings: caseSettings(deps.settings()) }, actorId, localDay(deps.now()));
  }

  return {
    async look() {
      const now = deps.now();
      const today = localDay(now);
      const { regie, feestdagen } = deps.settings();
      const hour = regie.dagoverzichtUur;
      if (hour === null || !isWerkdag(today, feestdagen)) return 0;
      if (now < instantOn(today, `${String(hour).padStart(2, '0')}:00`)) return 0;
      const waiting = (await deps.addressBook.keys()).filter((actorId) => !hadListOf(today, ledger.get(actorId)));
      const rows: (readonly [string, DigestEntry])[] = [];
      for (const actorId of waiting) {
        if ((await deps.roles.roleOf(actorId))?.role !== 'worker') continue;
        rows.push([actorId, { id: deps.newId(), day: today, state: 'pending', dueAt: now.toISOString(), tries: 0 }]);
      }
      if (rows.length > 0) await ledger.put(rows);
      return rows.length;
    },

    due(limit) {
      const now = deps.now();
      const today = localDay(now);
      const passedMs = clock();
      return ledger
        .all()
        .filter(([, entry]) => entry.state === 'pending' && entry.day === today && mayGo(entry, now, passedMs))
        .slice(0, limit)
        .map(([, { id, dueAt }]) => ({ caseId: DIGEST, noticeId: id, dueAt }));
    },

    owns: ({ caseId }) => caseId === DIGEST,

    async toDeliver(row) {
      const [actorId, entry] = entryOf(row) ?? [];
      if (actorId === undefined || entry?.state !== 'pending') return undefined;
      const isWorker = (await deps.roles.roleOf(actorId))?.role === 'worker';
      const reachable = (await deps.addressBook.get(actorId)) !== undefined;
      const work = isWorker && reachable ? await workOf(actorId) : [];
      if (work.length === 0) {
        await end(actorId, entry);
        return undefined;
      }
      const at = deps.now().toISOString();
      await deps.auditLog.append({ at, event: 'digest-made', actor: 'system', subject: actorId });
      // On disk before anything is sent: a crash from here on costs this worker one list, and never gives two.
      await ledger.put([[actorId, { ...entry, state: 'sending' }]]);
      const notice = { id: entry.id, noticeKind: 'digest', to: { kind: 'actor', id: actorId } } as const;
      return { notice: { ...notice, cardRef: deps.newId() }, work };
    },

    async settle(row, outcome) {
      const [actorId, entry] = entryOf(row) ?? [];
      if (actorId === undefined || entry === undefined) return;
      const tries = entry.tries + 1;
      // Only what surely did not arrive is sent again; the list of yesterday never is.
      if (outcome.kind !== 'not-delivered' || tries >= MAX_TRIES) return end(actorId, entry);
      const wait = Math.min(LONGEST_WAIT_MS, Math.max(outcome.retryAfterMs ?? 0, FIRST_WAIT_MS * 2 ** entry.tries));
      againAt.set(entry.id, clock() + wait);
      const dueAt = new Date(deps.now().getTime() + wait).toISOString();
      await ledger.put([[actorId, { ...entry, state: 'pending', dueAt, tries }]]);
    },
  };
}
