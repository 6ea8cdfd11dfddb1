/** What waits today at an officer, in a few lines: the most urgent in front. */
import type { Day, Tracked } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import { shownName } from '../shown-text.ts';

const MOST = 5;
/** What has no day comes after everything that has one. */
const NO_DAY = '9999-12-31';

export interface DayRow {
  readonly promise: Tracked;
  /** Label of the family. */
  readonly family: string;
}

/** Due today or before, and a proposal of a parent, which has no day. The question itself is told elsewhere. */
const isForToday = ({ kind, state, due }: Tracked, today: Day): boolean => {
  if (kind === 'answer') return false;
  if (kind === 'proposal') return state === 'undated';
  return state === 'late' || (state === 'open' && due !== null && due <= today);
};

const rank = ({ state, due }: Tracked): string => `${state === 'late' ? 0 : 1} ${due ?? NO_DAY}`;

/** Empty when nothing waits. */
export function dayLines(rows: readonly DayRow[], today: Day, words: Words): readonly string[] {
  const waiting = rows
    .filter(({ promise }) => isForToday(promise, today))
    .sort(
      (one, other) =>
        rank(one.promise).localeCompare(rank(other.promise)) || one.promise.madeOn.localeCompare(other.promise.madeOn),
    );
  if (waiting.length === 0) return [];
  const more = waiting.length - MOST;
  return [
    words('dag.kop'),
    ...waiting.slice(0, MOST).map((row) => lineOf(row, words)),
    ...(more > 0 ? [words('dag.meer', { aantal: String(more) })] : []),
  ];
}

/** The words of a parent stand on the card, not in a line of a chat. */
function lineOf({ promise, family }: DayRow, words: Words): string {
  const { kind, state, what, due, madeOn } = promise;
  const named = words(`afspraken.kind.${kind}`);
  const told = what === null || kind === 'proposal' ? named : `${named}: ${shownName(what)}`;
  const when = state === 'late' ? 'dag.laat' : due === null ? 'dag.zonder' : 'dag.vandaag';
  return words(when, { wat: told, gezin: shownName(family), datum: dutchDay(due ?? madeOn) });
}
