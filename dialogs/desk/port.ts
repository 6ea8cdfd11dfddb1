import type { OnDuty } from '../../cases/index.ts';

/** What the cards of the desk need beside the subject; the host gives it. */
export interface DeskPort {
  /** In order of duty, read anew. */
  officers(): Promise<readonly OnDuty[]>;
  /** Of every case, known family or not. */
  caseIds(): Promise<readonly string[]>;
  /** The link that opens a chat with this colleague; `null` where there is no such chat, or no address. */
  chatWith(actorId: string): Promise<string | null>;
}
