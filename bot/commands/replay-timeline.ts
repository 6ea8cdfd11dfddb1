/** The replay for a person: day by day what happened, which rule acted, and who has the card until when. */
import { dutchDay, signalSentence, stuckSentence, type Words } from '../../cards/index.ts';
import { type CaseSettings, type Day, deskOf, type Fact, type StuckCard } from '../../cases/index.ts';
import type { Played } from './replay-run.ts';

const cardLine = (card: StuckCard, day: Day, settings: CaseSettings, words: Words): string => {
  const { state } = card;
  if (state.kind === 'closed') return words('naspelen.kaart.closed');
  const desk = deskOf(card, settings, day);
  const values = { datum: dutchDay(desk?.due ?? day), trede: `${(desk?.level ?? 0) + 1}` };
  return words(state.kind === 'open' ? 'naspelen.kaart.open' : 'naspelen.kaart.wacht', values);
};

/** Parties that lists name in English; all others are called as the list calls them. */
const translated = ['parent', 'parents', 'family', 'municipality', 'provider', 'providers'] as const;

const inDutch = (actor: string, words: Words): string =>
  actor.replace(/\p{L}[\p{L}-]*/gu, (name) => {
    const known = translated.find((one) => one === name.toLowerCase());
    return known === undefined ? name : words(`naspelen.wie.${known}`);
  });

/** Who did what; nothing when the list says neither. */
const factLine = ({ by, note }: Fact, words: Words): readonly string[] => {
  const parts = [inDutch(by.name, words), note ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? [] : [`  ${parts.join(': ')}`];
};

/** One line for each thing; the card is told on every day on which it changed. */
export function timeline(
  { facts, findings, card: last, cardOn, outcome }: Played,
  settings: CaseSettings,
  words: Words,
): string[] {
  const days = [...new Set([...facts.map(({ date }) => date), ...findings.map(({ on }) => on)])].sort();
  const lines: string[] = [];
  let before = '';
  for (const day of days) {
    lines.push('', dutchDay(day));
    for (const fact of facts.filter(({ date }) => date === day)) {
      lines.push(...factLine(fact, words));
      for (const code of fact.signals) lines.push(`    - ${signalSentence(code, words)}`);
    }
    for (const finding of findings.filter(({ on }) => on === day))
      lines.push(`  => ${finding.variant ?? finding.rule}: ${stuckSentence(finding, facts, words)}`);
    for (const { rule, because } of outcome.warnings.filter(({ rule, date }) => rule === 'W10' && date === day))
      lines.push(`  => ${rule}: ${because}`);
    const card = cardOn(day);
    if (card === null) continue;
    const now = JSON.stringify([card.state, card.reopened]);
    if (now !== before || findings.some(({ on }) => on === day))
      lines.push(`  ## ${cardLine(card, day, settings, words)}`);
    before = now;
  }
  if (last === null) lines.push('', words('naspelen.geen-kaart'));
  return lines.slice(1);
}
