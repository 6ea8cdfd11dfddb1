import { type Day, type Instant, localDay, localTime } from '../cases/index.ts';

const weekdays = names({ weekday: 'long' }, 7, (index) => new Date(Date.UTC(2023, 0, 1 + index)));
const months = names({ month: 'long' }, 12, (index) => new Date(Date.UTC(2023, index, 1)));

function names(look: Intl.DateTimeFormatOptions, count: number, dateOf: (index: number) => Date): readonly string[] {
  const formatter = new Intl.DateTimeFormat('nl-NL', { ...look, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => formatter.format(dateOf(index)));
}

/** `2027-03-30` → `dinsdag 30 maart 2027`. A day of a calendar needs no time zone, and `Intl` takes most of a card. */
export function dutchDay(day: Day): string {
  const date = middayOf(day);
  return date === undefined ? day : `${weekdays[date.getUTCDay()] ?? ''} ${inMonth(date)}`;
}

function middayOf(day: Day): Date | undefined {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function inMonth(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** The day in Amsterdam on which an instant falls. */
export function dutchDate(instant: Instant): string {
  const date = instantOf(instant);
  return date === undefined ? instant : dutchDay(localDay(date));
}

/** Day and time in Amsterdam: `30 maart 2027 om 14:05`. */
export function dutchMoment(instant: Instant): string {
  const date = instantOf(instant);
  const midday = date === undefined ? undefined : middayOf(localDay(date));
  return date === undefined || midday === undefined ? instant : `${inMonth(midday)} om ${localTime(date)}`;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 9998;

/** A date from a source that is none, or none of our time (a year 1 or 9999 means "unknown"), is shown as it came. */
function instantOf(text: string): Date | undefined {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date : undefined;
}
