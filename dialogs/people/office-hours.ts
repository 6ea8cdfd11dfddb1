import { isWerkdag, localDay } from '../../cases/index.ts';
import type { Settings } from '../../knowledge/index.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** On a werkdag, from `van` up to `tot`, by the clock in Amsterdam. */
export function isOfficeHour({ meepraten: { van, tot }, feestdagen }: Settings, now: Date): boolean {
  const time = clock.format(now);
  return isWerkdag(localDay(now), feestdagen) && time >= van && time < tot;
}
