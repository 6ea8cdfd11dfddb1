/** A dated list played through the rules, with short lines for events: `on('2026-01-05', 'request-for-help')`. */
import { readFileSync } from 'node:fs';
import { type ReplayEvent, readList } from '../../bot/commands/replay-list.ts';
import { referredTwice } from '../../bot/commands/replay-referrals.ts';
import { chosen, factsIn, type Played, play, type Reading, type RuleChoice } from '../../bot/commands/replay-run.ts';
import type { SignalCode } from '../../cases/index.ts';
import { someSettings } from './case-world.ts';

export function listOf(name: string): readonly ReplayEvent[] {
  const text = readFileSync(new URL(`../replay/lists/${name}`, import.meta.url), 'utf8');
  const list = readList(text, name.endsWith('.csv') ? 'csv' : 'json');
  if (list.kind === 'faulty') throw new Error(`${name}: ${JSON.stringify(list.faults)}`);
  return list.events;
}

let count = 0;

/** One event; its place in the list is its place in the day. */
export function on(date: string, ...signals: readonly SignalCode[]): ReplayEvent {
  count += 1;
  return {
    id: `e${count}`,
    seq: count,
    date,
    dateFrom: null,
    dateTo: null,
    actor: '',
    directedTo: '',
    event: '',
    signals,
    to: [],
  };
}

export function played(
  events: readonly ReplayEvent[],
  wishes: Partial<RuleChoice> & { readonly reading?: Reading } = {},
): Played {
  const { reading = 'representative', only = null, without = [], days = null, modes = {} } = wishes;
  const settings = chosen(someSettings, { only, without, days, modes });
  return play(factsIn(events, reading), reading, settings, {
    sentence: ({ key }) => key,
    referrals: referredTwice(events, reading, (to, first) => `${to} ${first}`),
  });
}

export const outcomeOf = (...given: Parameters<typeof played>) => played(...given).outcome;
