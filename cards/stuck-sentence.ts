/** What the stuck rules found, in a sentence that a worker can check. */
import type { Fact, SignalCode, StuckFinding } from '../cases/index.ts';
import { stuckRuleIds } from '../cases/index.ts';
import { dutchDay } from './dutch-date.ts';
import type { Words } from './elements.ts';

const ownSentence: readonly string[] = [...stuckRuleIds, 'K5b'];

/** `facts`: at least those on which the finding rests. */
export function stuckSentence(finding: StuckFinding, facts: readonly Fact[], words: Words): string {
  const { rule, variant, on, count, factIds } = finding;
  const first = facts.find(({ id }) => id === factIds[0]);
  const values = {
    datum: dutchDay(on),
    sinds: dutchDay(first?.date ?? on),
    aantal: `${count ?? ''}`,
    regel: rule,
  };
  const key = [variant, rule].find((one) => one !== null && ownSentence.includes(one)) ?? 'eigen';
  return words(`stuk.${key}`, values);
}

export function signalSentence(code: SignalCode, words: Words): string {
  return words(`signaal.${code}`);
}
