/** Plays a dated list through the stuck rules that run in production. */
import {
  type CaseSettings,
  type Day,
  type Fact,
  fireRules,
  type RuleMode,
  type StuckCard,
  type StuckFinding,
  type StuckRuleId,
  stuckRuleIds,
  walkCard,
} from '../../cases/index.ts';
import type { ReplayEvent } from './replay-list.ts';

export const readings = ['earliest', 'representative', 'latest'] as const;
export type Reading = (typeof readings)[number];

export interface Warning {
  readonly rule: string;
  readonly date: Day;
  readonly because: string;
}

export interface Replayed {
  readonly reading: Reading;
  readonly firstOnDesk: { readonly date: Day; readonly rule: string; readonly because: string } | null;
  /** The first day of each rule that fired; also of `K3b`, `K4b` and `K5b`. */
  readonly byRule: Readonly<Record<string, Day>>;
  readonly cards: number;
  readonly reopened: readonly Day[];
  readonly warnings: readonly Warning[];
}

/** What a timeline needs beside the outcome. */
export interface Played {
  readonly facts: readonly Fact[];
  readonly findings: readonly StuckFinding[];
  readonly card: StuckCard | null;
  readonly cardOn: (day: Day) => StuckCard | null;
  readonly outcome: Replayed;
}

/** The order in which one rule is named when several fire on the day of the first card. */
const naming: readonly string[] = stuckRuleIds.filter((id) => id !== 'K4');

export const dayIn = ({ date, dateFrom, dateTo }: ReplayEvent, reading: Reading): Day | null => {
  switch (reading) {
    case 'earliest':
      return dateFrom ?? date;
    case 'representative':
      return date;
    case 'latest':
      return dateTo ?? date;
  }
};

/** An event without a day in this reading is left out. */
export const factsIn = (events: readonly ReplayEvent[], reading: Reading): readonly Fact[] =>
  events.flatMap((event) => {
    const date = dayIn(event, reading);
    if (date === null) return [];
    return [
      {
        id: event.id,
        date,
        seq: event.seq,
        recordedAt: `${date}T12:00:00.000Z`,
        by: { kind: 'system', id: 'replay', name: event.actor },
        signals: event.signals,
        note: event.event,
        requestId: null,
      },
    ];
  });

export interface RuleChoice {
  readonly only: readonly string[] | null;
  readonly without: readonly string[];
  /** K2 in calendar days; `null`: as the municipality set it. */
  readonly days: number | null;
  readonly modes: Readonly<Partial<Record<StuckRuleId, RuleMode>>>;
}

/** A rule that is asked for by name runs, also when the municipality switched it off. */
export function chosen(settings: CaseSettings, choice: RuleChoice): CaseSettings {
  const { stuck } = settings;
  const runs = (id: string) => (choice.only === null || choice.only.includes(id)) && !choice.without.includes(id);
  const standard = (id: StuckRuleId): RuleMode => (id === 'K4' ? 'warn' : 'file');
  const mode = (id: StuckRuleId): RuleMode => {
    if (!runs(id)) return 'off';
    const set = choice.modes[id] ?? stuck.modes[id];
    return set === 'off' && choice.only !== null ? standard(id) : set;
  };
  return {
    ...settings,
    stuck: {
      ...stuck,
      unansweredDays: choice.days ?? stuck.unansweredDays,
      modes: {
        K1: mode('K1'),
        K2: mode('K2'),
        K2b: mode('K2b'),
        K3: mode('K3'),
        K4: mode('K4'),
        K5: mode('K5'),
        K6: mode('K6'),
        K7: mode('K7'),
        K8: mode('K8'),
      },
      ownRules: stuck.ownRules.filter(({ id }) => runs(id)),
    },
  };
}

const byRule = (findings: readonly StuckFinding[]): Readonly<Record<string, Day>> => {
  const first: Record<string, Day> = {};
  for (const { rule, variant, on } of findings)
    for (const name of variant === null ? [rule] : [rule, variant]) first[name] ??= on;
  return Object.fromEntries(Object.entries(first).sort(([one], [other]) => one.localeCompare(other, 'en')));
};

/** The finding that is named for the first card: of those that landed on that day the first in the order of the rules. */
const namedFirst = (findings: readonly StuckFinding[], day: Day): StuckFinding | undefined => {
  const place = ({ rule }: StuckFinding) => (naming.includes(rule) ? naming.indexOf(rule) : naming.length);
  return findings.filter(({ deskOn }) => deskOn === day).sort((one, other) => place(one) - place(other))[0];
};

const lastDay = (facts: readonly Fact[]): Day => facts.reduce((last, { date }) => (date > last ? date : last), '');

export function play(
  facts: readonly Fact[],
  reading: Reading,
  settings: CaseSettings,
  told: { sentence(finding: StuckFinding): string; readonly referrals: readonly Warning[] },
): Played {
  const through = lastDay(facts);
  const findings = facts.length === 0 ? [] : fireRules(facts, settings, through);
  const cardOn = (day: Day) => walkCard({ facts, findings, stops: [], pushes: [], settings, through: day });
  const card = cardOn(through);
  const first = card === null ? undefined : namedFirst(findings, card.openedOn);
  const warned = findings
    .filter(({ mode }) => mode === 'warn')
    .map((finding) => ({ rule: finding.variant ?? finding.rule, date: finding.on, because: told.sentence(finding) }));
  return {
    facts,
    findings,
    card,
    cardOn,
    outcome: {
      reading,
      firstOnDesk:
        card === null || first === undefined
          ? null
          : { date: card.openedOn, rule: first.rule, because: told.sentence(first) },
      byRule: byRule(findings),
      cards: card === null ? 0 : 1,
      reopened: card?.reopened ?? [],
      warnings: [...warned, ...told.referrals].sort((one, other) => one.date.localeCompare(other.date)),
    },
  };
}
