import type { Course } from './course.ts';
import type { Escalation, IssuedCard } from './escalation.ts';
import type { Family } from './family.ts';
import type { Party, Plan, Regisseur } from './help.ts';
import type { Notice } from './notice.ts';
import type { Instant } from './time.ts';

export interface AuditLine {
  readonly at: Instant;
  readonly event: string;
  readonly actor: string;
  readonly subject: string;
}

/** A command that was carried out, with its outcome, so that the same command twice gives the same answer. */
export interface ProcessedCommand {
  readonly commandId: string;
  readonly at: Instant;
  readonly result: string;
  /** Keys of what the stuck rules found with it, oldest first. */
  readonly found?: readonly string[] | undefined;
}

export interface FamilyCase extends Course {
  readonly schema: 1;
  readonly id: string;
  /** 0 = never stored. Every write adds one. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly family: Family;
  /** Actor ids of workers with a task for this family. */
  readonly workers: readonly string[];
  /** Names of outside sources that must answer before the check may say anything but `unknown`. */
  readonly sources: readonly string[];
  readonly parties: readonly Party[];
  readonly plans: readonly Plan[];
  readonly regisseurs: readonly Regisseur[];
  readonly escalations: readonly Escalation[];
  readonly cards: readonly IssuedCard[];
  readonly notices: readonly Notice[];
  readonly processed: readonly ProcessedCommand[];
  readonly audit: readonly AuditLine[];
}
