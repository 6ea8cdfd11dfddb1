import type { Day } from '../../model.ts';

/** Every entry names the day on which it happened; a day in the future is refused. */
export interface Dated {
  readonly on: Day;
}
