/** Who has the card and by when: on every day that it is not closed. */
import type { CaseSettings, Day, StuckCard } from '../../model.ts';
import { addDays, addWerkdagen } from '../werkdagen.ts';

/** `level` 0 is the aanspreekpunt; each due date that passed takes the card one level up. */
export interface Desk {
  readonly level: number;
  readonly due: Day;
}

export type DeskSettings = Pick<CaseSettings, 'answerWithinWerkdagen' | 'planWithinDays' | 'holidays'>;

/** `null` on days on which the card is closed. */
export const deskOf = (card: StuckCard, settings: DeskSettings, day: Day): Desk | null => {
  const { state } = card;
  if (state.kind === 'closed') return null;
  const { answerWithinWerkdagen, holidays, planWithinDays } = settings;
  let due =
    state.kind === 'waits-for-plan'
      ? addDays(state.since, planWithinDays)
      : addWerkdagen(card.reopened.at(-1) ?? card.openedOn, answerWithinWerkdagen, holidays);
  let level = 0;
  for (; due < day; level += 1) due = addWerkdagen(due, answerWithinWerkdagen, holidays);
  return { level, due };
};
