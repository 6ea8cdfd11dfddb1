/** A yes for a later day begins on the day that was named: a promise, which stands until the escalation is closed. */
import type { Day, Escalation } from '../../model.ts';
import { localDay } from '../werkdagen.ts';

/** The day on which a yes that is not closed yet begins; `null`: it began at once, or went on in another escalation. */
export const startDayOf = ({
  state,
  closing,
  lessonBy,
}: Pick<Escalation, 'state' | 'closing' | 'lessonBy'>): Day | null => {
  if (state.kind !== 'decided' || state.decision.verdict !== 'granted') return null;
  const { at, effectiveOn } = state.decision;
  const isToCome = closing === null && lessonBy !== null && effectiveOn > localDay(new Date(at));
  return isToCome ? effectiveOn : null;
};
