/** The same party a second time, in a list that only tells it in words. */
import type { ReplayEvent } from './replay-list.ts';
import { dayIn, type Reading, type Warning } from './replay-run.ts';

const people = /^(ouder|ouders|parent|parents|gezin|family|all involved|alle betrokkenen)$/i;

/** Parties that are named as somebody who acts or is spoken to, e.g. `MEE` in "ouder + MEE, Homestart". */
const partiesIn = (events: readonly ReplayEvent[]): readonly string[] => {
  const names = events
    .flatMap(({ actor, directedTo }) => [actor, directedTo])
    .flatMap((names) => names.split(/\s*(?:[+,;/&]|\ben\b|\band\b)\s*/))
    .map((name) => name.replace(/\(.*\)/, '').trim());
  return [...new Set(names)].filter((name) => name.length > 1 && !people.test(name));
};

const mentions = (text: string, name: string): boolean => {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  const letter = /[\p{L}\p{N}]/u;
  return !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + name.length] ?? ' ');
};

const sameParty = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The parties of a referral: where the list names them, those; else every known party in its words, save who speaks. */
const referredTo = (event: ReplayEvent, parties: readonly string[]): readonly string[] => {
  if (event.to.length > 0) return event.to;
  const speaking = [event.actor, event.directedTo].join(' ');
  return parties.filter((name) => mentions(event.event, name) && !mentions(speaking, name));
};

/** A warning for every referral to a party to which the family was referred before. */
export function referredTwice(
  events: readonly ReplayEvent[],
  reading: Reading,
  sentence: (to: string, first: string, date: string) => string,
): readonly Warning[] {
  const parties = partiesIn(events);
  const before: { readonly to: string; readonly date: string }[] = [];
  const dated = events
    .flatMap((event) => {
      const date = dayIn(event, reading);
      return date === null || !event.signals.includes('referral') ? [] : [{ event, date }];
    })
    .sort((one, other) => one.date.localeCompare(other.date) || one.event.seq - other.event.seq);
  return dated.flatMap(({ event, date }) =>
    referredTo(event, parties).flatMap((to) => {
      const first = before.find((one) => sameParty(one.to, to));
      before.push({ to, date });
      return first === undefined ? [] : [{ rule: 'W10', date, because: sentence(to, first.date, date) }];
    }),
  );
}
