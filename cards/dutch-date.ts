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

/** `2027-03-30` → `dinsdag 30 maart 2027`. Noon keeps a calendar day on its own date in every zone offset of Amsterdam. */
export function dutchDay(day: Day): string {
  return format(dayFormat, `${day}T12:00:00Z`);
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
