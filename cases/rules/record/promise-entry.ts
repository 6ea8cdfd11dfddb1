/** What may be written down about a promise. */
import type { Day } from '../../model.ts';
import type { Dated } from './dated.ts';

/** `due: null`: promised without a date. */
export interface PromiseEntry extends Dated {
  readonly kind: 'promise';
  readonly what: string;
  readonly toWhom: string;
  readonly owner: string;
  readonly due: Day | null;
}

/** A day for what was promised or recommended without one. `promiseId`: of the promise, or of the fact. */
export interface PromiseDateEntry extends Dated {
  readonly kind: 'promise-date';
  readonly promiseId: string;
  /** Who sees to it from here on. */
  readonly owner: string;
  /** At most ten years ahead. */
  readonly due: Day;
  readonly why: string;
}

/** `note`: what came of it; for one that is dropped the reason, which the family can read. */
export interface PromiseStepEntry extends Dated {
  readonly kind: 'promise-kept' | 'promise-missed' | 'promise-dropped';
  /** Of the promise, or of the fact. */
  readonly promiseId: string;
  readonly note?: string | null;
}
