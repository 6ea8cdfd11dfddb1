/** What was asked, ordered or promised with a day, and what stood in the way. */
import type { OwnWords } from './own-words.ts';
import type { Author, Named } from './people.ts';
import type { Day, Instant } from './time.ts';

/** What stands in the way; the sentences stand in `knowledge/` as `belemmering.*`. */
export const blockers = ['law', 'partner-rule', 'own-institution', 'capacity', 'no-agreement'] as const;

export type Blocker = (typeof blockers)[number];

export type AskedOf =
  | { readonly kind: 'parent' }
  | { readonly kind: 'worker'; readonly id: string }
  | { readonly kind: 'outside'; readonly name: string };

/** The officer needs more: from whom, by when. */
export interface MoreAsked {
  readonly id: string;
  readonly question: string;
  readonly of: AskedOf;
  readonly by: Named;
  readonly at: Instant;
  readonly due: Day;
  readonly answer: { readonly words: OwnWords; readonly by: Author } | null;
  /** The day on which it was seen that nothing came. */
  readonly missedOn: Day | null;
}

/** A decision as an order to an organisation. `due` never changes; `nextDue` is the day on which it is looked at again. */
export interface Order {
  readonly id: string;
  readonly to: string;
  readonly what: string;
  /** On what ground the organisation must do it. */
  readonly basis: string;
  readonly by: Named;
  readonly at: Instant;
  readonly due: Day;
  readonly nextDue: Day;
  /** Actor id of the officer who sees to it. */
  readonly owner: string;
  readonly blocker: Blocker | null;
  /** Due days that passed while it was not carried out, oldest first. */
  readonly missed: readonly Day[];
  readonly done: { readonly on: Day; readonly by: Named; readonly note: string | null } | null;
}

/** Somebody promised to call. */
export interface CallBack {
  readonly id: string;
  /** How the parent can be reached, in the parent's words. */
  readonly reach: string;
  /** Who asked for it; absent: it was not kept yet. */
  readonly by?: Author;
  readonly askedAt: Instant;
  readonly due: Day;
  readonly nextDue: Day;
  readonly owner: string;
  readonly missed: readonly Day[];
  readonly done: { readonly on: Day; readonly by: Named } | null;
}
