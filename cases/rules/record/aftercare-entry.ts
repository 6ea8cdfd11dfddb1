/** What may be written down about the care after the care. */
import type { Day } from '../../model.ts';
import type { Dated } from './dated.ts';

export interface AftercareEntry extends Dated {
  readonly kind: 'aftercare';
  readonly contact: string;
  readonly relapseSigns: readonly string[];
  readonly relapsePlan: string;
  /** For a chronic family: it never closes silently. */
  readonly chronicReviewOn: Day | null;
}

/** A moment of aftercare that took place. A relapse re-opens the card. */
export interface AftercareMomentEntry extends Dated {
  readonly kind: 'aftercare-moment';
  readonly due: Day;
  readonly relapse: boolean;
  readonly note: string | null;
  /** For a chronic family: the next review. */
  readonly nextReviewOn: Day | null;
}

/** `reason` is required while the family has a chronic review date. */
export interface AftercareEndedEntry extends Dated {
  readonly kind: 'aftercare-ended';
  readonly reason: string;
}
