/**
 * Deadlines count werkdagen in Europe/Amsterdam. Instants are UTC; a day is a calendar day in the Netherlands, whatever
 * the time zone of the process. Which days nobody works is data: the Algemene termijnenwet and royal decrees change it.
 */
import type { Day } from '../model.ts';

const dayMs = 86_400_000;
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Since 1941 Dutch clocks change at whole quarters of an hour. */
const quarterMs = 15 * 60 * 1000;
/** Of as many quarters as the dates on a long list; it is emptied when it is full. */
const MOST_OFFSETS = 1000;
const offsets = new Map<number, number>();

/**
 * What a Dutch clock shows at this instant, written as if it were UTC: only good for differences and for its fields. `Intl`
 * takes more than a whole check of a family, and the same dates are asked for again and again.
 */
const wallTime = (at: number): number => {
  const quarter = Math.floor(at / quarterMs);
  const known = offsets.get(quarter);
  if (known !== undefined) return at + known;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const offset = wallTimeByClock(at) - at;
  offsets.set(quarter, offset);
  return at + offset;
};

const wallTimeByClock = (at: number): number => {
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of wallClock.formatToParts(at)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  const milliseconds = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
};

const toDay = (wall: number): Day => new Date(wall).toISOString().slice(0, 10);

/** Midnight UTC of a day, or `undefined` when no calendar has that day (`2026-02-30`). */
const midnight = (day: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(at) || toDay(at) !== day ? undefined : at;
};

const midnightOf = (day: Day): number => {
  const at = midnight(day);
  if (at === undefined) throw new RangeError('Failed to count days: the day is no calendar day. Pass YYYY-MM-DD.');
  return at;
};

export const isDay = (text: string): boolean => midnight(text) !== undefined;

/** The calendar day in the Netherlands at this instant. */
export const localDay = (at: Date): Day => toDay(wallTime(at.getTime()));

/** What a Dutch clock shows at this instant, `HH:MM`. */
export const localTime = (at: Date): string => new Date(wallTime(at.getTime())).toISOString().slice(11, 16);

/** Calendar days, not werkdagen. */
export const addDays = (day: Day, days: number): Day => toDay(midnightOf(day) + days * dayMs);

export const isWerkdag = (day: Day, holidays: readonly Day[]): boolean => {
  const weekday = new Date(midnightOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
};

/** The n-th werkdag after `day`; 0 gives the day itself. */
export const addWerkdagen = (day: Day, count: number, holidays: readonly Day[]): Day => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError('Failed to count werkdagen: the number is not a whole number from 0. Check the settings.');
  let result = day;
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (isWerkdag(result, holidays)) left -= 1;
  }
  return result;
};

/** The last instant before `high` at which the clock still had the offset it has at `low`, plus one millisecond. */
const clockChange = (low: number, high: number): number => {
  const before = wallTime(low) - low;
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (wallTime(middle) - middle === before) from = middle;
    else to = middle;
  }
  return to;
};

/** The instant at which a Dutch clock shows `wall`: the first when it shows it twice, the clock change when it never does. */
const instantOf = (wall: number): number => {
  const offsets = [wall - dayMs, wall + dayMs].map((near) => wallTime(near) - near);
  const candidates = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const exact = candidates.find((candidate) => wallTime(candidate) === wall);
  const [low = wall, high = wall] = candidates;
  return exact ?? clockChange(low, high);
};

/** The one instant for a time on a Dutch clock, `HH:MM`, e.g. of a reminder. */
export const instantOn = (day: Day, time: string): Date => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RangeError('Failed to find an instant: the time is no time of the day. Pass HH:MM.');
  return new Date(instantOf(midnightOf(day) + Date.parse(`1970-01-01T${time}:00.000Z`)));
};

/** The same time of the day, on a Dutch clock, `count` werkdagen later. */
export const werkdagenLater = (at: Date, count: number, holidays: readonly Day[]): Date => {
  const wall = wallTime(at.getTime());
  const from = toDay(wall);
  const later = addWerkdagen(from, count, holidays);
  return new Date(instantOf(wall + midnightOf(later) - midnightOf(from)));
};
