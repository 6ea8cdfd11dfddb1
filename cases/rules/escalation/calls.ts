/** Calls that somebody promised. Who takes the own question back is not called about it any more. */
import type { CallBack, Escalation } from '../../model.ts';
import { filingOf } from './filings.ts';

/** Promised, not made, and off because the question of who asked for it was taken back. */
export const isCalledOff = (escalation: Escalation, { done, by }: CallBack): boolean => {
  if (done !== null) return false;
  if (escalation.state.kind === 'withdrawn') return true;
  const filing = by === undefined ? undefined : filingOf(escalation, by);
  return filing !== undefined && filing.withdrawn !== null;
};

/** Whether somebody still has to make this call. */
export const isStillToCall = (escalation: Escalation, call: CallBack): boolean =>
  call.done === null && !isCalledOff(escalation, call);
