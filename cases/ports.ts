/** The ports of the subject: what it needs from the outside, in its own verbs. Adapters live in `register/` and `bot/`. */
import type { AuditLine, CaseSettings, Day, FamilyCase, Instant, OnDuty } from './model.ts';
import type { SourceAnswer } from './rules/one-plan.ts';

export type CommitOutcome = { readonly kind: 'committed' } | { readonly kind: 'conflict'; readonly stored: number };

/** A row of due work: enough to read the case again and settle the notice. */
export interface DueNotice {
  readonly caseId: string;
  readonly noticeId: string;
  readonly dueAt: Instant;
}

export interface CaseLabel {
  readonly caseId: string;
  readonly label: string;
}

/**
 * The register of family cases. One commit is one durable write: when the promise resolves with `committed`, the whole
 * document is on disk. A refused or failed commit leaves what readers see unchanged. Errors are faults of the store
 * (disk full, lock lost) and are thrown.
 */
export interface Register {
  read(caseId: string): Promise<FamilyCase | undefined>;
  /** Stores `next` when the stored version is `next.version - 1` (0 for a new case). */
  commit(next: FamilyCase): Promise<CommitOutcome>;
  caseOfCard(cardRef: string): Promise<string | undefined>;
  caseOfFollowCode(followCodeHash: string): Promise<string | undefined>;
  /** The known families for which this worker has a task, by label; `null`: every known family, in no order. */
  casesOf(workerId: string | null): Promise<readonly CaseLabel[]>;
  /** Ids of cases with an escalation that is open, or has something due, that this officer owns or has a live card for; `null`: of any officer. */
  casesForOfficer(officerId: string | null): Promise<readonly string[]>;
  /** Pending notices with `dueAt <= now` and ambiguous ones with `proofUntil <= now`, oldest first. */
  due(now: Instant, limit: number): Promise<readonly DueNotice[]>;
  close(): Promise<void>;
}

/** The same store, for who keeps it in order: what is in it, and what goes for good. */
export interface Archive {
  /** Of every case, known family or not. */
  ids(): Promise<readonly string[]>;
  /** Takes the whole document away when this is its version; resolved with `committed` it is off the disk. */
  erase(caseId: string, version: number): Promise<CommitOutcome>;
}

/** Looks, denials and searches: they belong to no family document. Append-only and hash-chained. Rejects when it can't be written. */
export interface AuditLog {
  append(line: AuditLine): Promise<void>;
}

/** Who may do what, read at every action and never cached. Ids are Entra object ids (`aadObjectId`), or demo ids. */
export interface RoleTable {
  roleOf(actorId: string): Promise<{ readonly role: 'worker' | 'officer'; readonly name: string } | undefined>;
  /** Officers in order of duty: the aanspreekpunt first, then the deputies, then who is a level up. Never empty in a ready municipality. */
  officers(): Promise<readonly (OnDuty & { readonly name: string })[]>;
}

/** A read-only source beside the register, e.g. the case system of the municipality. Never throws for an outage. */
export interface CaseSource {
  readonly name: string;
  look(familyCase: FamilyCase): Promise<SourceAnswer>;
}

/** Everything the use cases need that is not pure. */
export interface CaseDeps {
  readonly register: Register;
  readonly auditLog: AuditLog;
  readonly roles: RoleTable;
  readonly sources: readonly CaseSource[];
  readonly settings: CaseSettings;
  /** Whether the municipality has today what a filing needs; absent: always. */
  isReady?(): boolean;
  now(): Date;
  /** By which notices wait: as `now`, but never set back; absent: `now`. */
  waitingNow?(): Date;
  /** A random id: 128 bits, base64url. */
  newId(): string;
  /** A fresh follow code, e.g. `K7QP-3M2X`: 40 random bits in Crockford base32. */
  newFollowCode(): string;
  /** SHA-256 in lower-case hex of the UTF-8 text. */
  sha256(text: string): string;
}

export type { Day, Instant, SourceAnswer };
