/** What the stuck rules found, in a sentence that a worker can check. */
import type { Day, Fact, SignalCode, StuckFinding } from '../cases/index.ts';
import { stuckRuleIds } from '../cases/index.ts';
import { dutchDay } from './dutch-date.ts';
import type { Words } from './elements.ts';

const ownSentence: readonly string[] = [...stuckRuleIds, 'K5b'];

/** What the sentence says; `since`: the day of the first fact that the finding rests on. */
export interface FoundOn extends Pick<StuckFinding, 'rule' | 'variant' | 'on' | 'count'> {
  readonly since: Day;
}

/** `facts`: at least those on which the finding rests. */
export function stuckSentence(finding: StuckFinding, facts: readonly Fact[], words: Words): string {
  const first = facts.find(({ id }) => id === finding.factIds[0]);
  const found = { ...finding, since: first?.date ?? finding.on };
  return sentenceOf(found, words) ?? words('stuk.eigen', { datum: dutchDay(finding.on), regel: finding.rule });
}

/** For the family: the name of a rule tells it nothing. */
export function plainStuckSentence(found: FoundOn, words: Words): string {
  return sentenceOf(found, words) ?? words('gestopt.eigen', { datum: dutchDay(found.on) });
}

/** `undefined`: a rule of the municipality's own. */
function sentenceOf({ rule, variant, on, since, count }: FoundOn, words: Words): string | undefined {
  const key = [variant, rule].find((one) => one !== null && ownSentence.includes(one));
  const values = { datum: dutchDay(on), sinds: dutchDay(since), aantal: `${count ?? ''}` };
  return key === undefined ? undefined : words(`stuk.${key}`, values);
}

export function signalSentence(code: SignalCode, words: Words): string {
  return words(`signaal.${code}`);
}
