/** What one line of the tracker of promises tells. */
import type { Day } from '../model.ts';
import type { Whom } from './whom.ts';

export type TrackedKind =
  | 'answer'
  | 'order'
  | 'call-back'
  | 'proposal'
  | 'plan'
  | 'decision'
  | 'lesson'
  | 'complaint'
  | 'promise'
  | 'commitment'
  | 'recommendation';

export interface Tracked {
  readonly kind: TrackedKind;
  readonly id: string;
  /** Of the escalation it belongs to, for people; `null`: it was written down about the family. */
  readonly number: string | null;
  /** In the words in which it was written down; `null`: the kind says it all. */
  readonly what: string | null;
  /** Actor id, or the name of somebody outside; `null`: nobody was named. */
  readonly owner: string | null;
  /** Who was told, and who must do it. */
  readonly toWhom: Whom;
  readonly byWhom: Whom;
  readonly madeOn: Day;
  readonly due: Day | null;
  readonly keptOn: Day | null;
  /** How often its day passed, up to when it was kept. */
  readonly missed: number;
  /** What was said last about a promise: why it has this day, what came of it, why it was dropped. */
  readonly note: string | null;
  readonly state: 'kept' | 'kept-late' | 'dropped' | 'open' | 'late' | 'undated';
}

/** Before it is known how it stands. */
export interface Made extends Omit<Tracked, 'state' | 'note' | 'number'> {
  readonly note?: string | null;
  readonly dropped?: boolean;
}
