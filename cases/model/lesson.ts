/** The end of an escalation or a complaint: what came of it, and what was learned. */
import type { OwnWords } from './own-words.ts';
import type { Author, Named } from './people.ts';
import type { Day, Instant } from './time.ts';

/** Without these three nothing is closed. `by` and `due`: who carries the change out, by when; unknown is shown as such. */
export interface Lesson {
  readonly cameAcross: string;
  readonly why: string;
  readonly changes: string;
  readonly by: string | null;
  readonly due: Day | null;
}

/** How the parent was told of the end. */
export type ToldParent =
  | { readonly kind: 'address' }
  | { readonly kind: 'follow-code' }
  | { readonly kind: 'through-worker'; readonly ids: readonly string[] }
  | { readonly kind: 'in-person'; readonly how: string; readonly on: Day };

export interface Closing {
  readonly at: Instant;
  readonly by: Named;
  readonly lesson: Lesson;
  /** For the page "u vroeg, wij deden": written for everybody, without anything about the family. `null`: not for the page. */
  readonly published: { readonly asked: string; readonly did: string } | null;
  readonly told: ToldParent;
}

/** A fact beside a statement of a complaint: `ref` is the id of a step, fact, order or decision of the case. */
export interface FactBeside {
  readonly on: Day;
  readonly what: string;
  readonly ref: string;
}

export interface ComplaintStatement {
  readonly id: string;
  readonly words: OwnWords;
  readonly answer: {
    readonly finding: 'founded' | 'unfounded' | 'cannot-say';
    readonly reason: string;
    readonly facts: readonly FactBeside[];
  } | null;
}

export interface Complaint {
  readonly id: string;
  readonly at: Instant;
  readonly by: Author;
  /** Six weeks by law; never changes. */
  readonly due: Day;
  readonly nextDue: Day;
  readonly owner: string;
  readonly missed: readonly Day[];
  readonly statements: readonly ComplaintStatement[];
  readonly answered: { readonly at: Instant; readonly by: Named; readonly lesson: Lesson } | null;
}

/** What came of it before it was opened again. */
export interface EarlierRound {
  readonly decidedAt: Instant | null;
  readonly verdict: 'granted' | 'refused' | 'elsewhere' | null;
  readonly reason: string;
  readonly lesson: Lesson | null;
  readonly reopenedAt: Instant;
}
