/** Who may decide, in order of duty. */
import type { Day } from './time.ts';

/** From and until are both days on which the officer is away. */
export interface Absence {
  readonly from: Day;
  readonly until: Day;
  /** Actor id of the officer who stands in; `null`: the next one on duty. */
  readonly deputy: string | null;
}

export interface OnDuty {
  readonly id: string;
  readonly name?: string;
  /** 0, or absent: the aanspreekpunt and the deputies. 1 and up: who hears of it when a day was missed. */
  readonly level?: number;
  readonly away?: readonly Absence[];
}
