/** No bare refusal: who says no because of a rule says what else there is, or takes the maatwerk route. */
import type { Blocker } from '../../model.ts';
import { longestText, problemOfOptional } from '../fields.ts';
import type { Refusal } from '../refusal.ts';
import type { GroundsInput } from './actions.ts';
import { tidyOrNull } from './words.ts';

/** Blockers that are somebody's rule; capacity and disagreement are none. */
const ruleBlockers: readonly Blocker[] = ['law', 'partner-rule', 'own-institution'];

export interface Grounds {
  readonly blocker: Blocker | null;
  readonly rule: string | null;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
}

export const groundsOf = ({ blocker, rule, alternative, maatwerk }: GroundsInput): Grounds => ({
  blocker: blocker ?? null,
  rule: tidyOrNull(rule),
  alternative: tidyOrNull(alternative),
  maatwerk: maatwerk ?? false,
});

export const problemsOfGrounds = ({ rule, alternative }: GroundsInput) => ({
  rule: problemOfOptional(rule ?? null, longestText),
  alternative: problemOfOptional(alternative ?? null, longestText),
});

export const bareRefusal = (
  verdict: string,
  { blocker, rule, alternative, maatwerk }: Grounds,
): Refusal | undefined => {
  const onRule = rule !== null || (blocker !== null && ruleBlockers.includes(blocker));
  return verdict === 'refused' && onRule && alternative === null && !maatwerk ? { kind: 'bare-refusal' } : undefined;
};
