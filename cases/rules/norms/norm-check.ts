import { listening } from './listening.ts';
import { promptness } from './promptness.ts';
import type { NormFinding, NormInput } from './finding.ts';

/** All norms on one escalation and the family it is about, in order: N1–N7, V1–V7, L1. Printable as annex to a complaint answer. */
export const normCheck = (input: NormInput): readonly NormFinding[] =>
  [...listening, ...promptness].map((norm) => norm(input));
