import type { Day, Instant } from '../cases/index.ts';

const dayFormat = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
});
const momentFormat = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

const weekdays = names({ weekday: 'long' }, 7, (index) => new Date(Date.UTC(2023, 0, 1 + index)));
const months = names({ month: 'long' }, 12, (index) => new Date(Date.UTC(2023, index, 1)));

function names(look: Intl.DateTimeFormatOptions, count: number, dateOf: (index: number) => Date): readonly string[] {
  const formatter = new Intl.DateTimeFormat('nl-NL', { ...look, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => formatter.format(dateOf(index)));
}

/** `2027-03-30` → `dinsdag 30 maart 2027`. A day of a calendar needs no time zone, and `Intl` takes most of a card. */
export function dutchDay(day: Day): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const [weekday, month] = [weekdays[date.getUTCDay()], months[date.getUTCMonth()]];
  return `${weekday ?? ''} ${date.getUTCDate()} ${month ?? ''} ${date.getUTCFullYear()}`;
}

/** The day in Amsterdam on which an instant falls. */
export function dutchDate(instant: Instant): string {
  return format(dayFormat, instant);
}

/** Day and time in Amsterdam. */
export function dutchMoment(instant: Instant): string {
  return format(momentFormat, instant);
}

/** A date from a source that is no date is shown as it came: a card must not fail on it. */
function format(formatter: Intl.DateTimeFormat, text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : formatter.format(date);
}
