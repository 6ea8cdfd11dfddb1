/** Who is around the child, and on what paper they agree. */
import type { LifeDomain } from './family.ts';
import type { Day } from './time.ts';

export type YesNo = 'yes' | 'no' | 'unknown';

/** An organisation or person around the child: who, what, since. */
export interface Party {
  readonly id: string;
  readonly organisation: string;
  /** Who does it, when that is known. */
  readonly person: string | null;
  readonly task: string;
  readonly domain: LifeDomain | null;
  readonly since: Day | null;
  readonly until: Day | null;
}

/** A plan on paper. Which `planKind` counts as the one plan is a setting: an ondersteuningsplan is an application form. */
export interface Plan {
  readonly id: string;
  readonly planKind: string;
  readonly owner: string | null;
  readonly agreedOn: Day | null;
  /** Names of those who agreed, the family among them; empty when nobody wrote it down. */
  readonly agreedBy: readonly string[];
  readonly reviewBy: Day | null;
  readonly endedOn: Day | null;
  readonly members: readonly string[];
  readonly domains: readonly LifeDomain[];
  readonly priorities: readonly string[];
}

export interface Regisseur {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly since: Day;
  readonly until: Day | null;
  /** Whether this party can lead at all; `unknown` is not `no`. */
  readonly canLead: YesNo;
  /** Whether partners must do what this person decides (doorzettingsmacht). */
  readonly mandate: YesNo;
  /** Whether the family says that it fits. */
  readonly match: YesNo;
  readonly deputy: string | null;
}

/** "Regie" as something that can be checked: one thing that somebody does for this family. */
export interface RegieTask {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly agreedOn: Day;
  readonly due: Day | null;
  readonly doneOn: Day | null;
}

/** Help that was tried before; earlier trajectories count when a family is stuck. */
export interface Trajectory {
  readonly id: string;
  readonly what: string;
  readonly organisation: string;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly helped: 'yes' | 'partly' | 'no' | 'unknown';
}

/** A party that can be referred to, as the municipality keeps it in its settings: no personal data. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly canLead: YesNo;
  /** `null`: no waiting list. */
  readonly waitingListSince: Day | null;
  readonly registrations: readonly string[];
  /** What it delivers, in the words in which a referral asks for it. */
  readonly delivers: readonly string[];
}
