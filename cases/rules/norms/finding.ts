/** A norm of the ombudsman as a question with an answer and what it rests on. Norms: "luisteren naar de burger", "voortvarendheid". */
import type { CaseSettings, Day, Escalation, FamilyCase, YesNo } from '../../model.ts';

export const listeningNorms = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7'] as const;
export const promptnessNorms = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7'] as const;

export type NormId = (typeof listeningNorms)[number] | (typeof promptnessNorms)[number] | 'L1';

export interface NormEvidence {
  /** A sentence of `knowledge/`: `norm.bewijs.<code>`. */
  readonly code: string;
  readonly on: Day | null;
  /** Of the step, request, proposal, referral … it is about. */
  readonly ref: string | null;
  /** What the sentence needs: a number of days or times. */
  readonly count: number | null;
}

export interface NormFinding {
  readonly norm: NormId;
  /** `unknown`: it is too early to say, or it was not written down. Never a guess. */
  readonly answer: YesNo;
  readonly evidence: readonly NormEvidence[];
}

export interface NormInput {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly settings: CaseSettings;
  readonly today: Day;
  sha256(text: string): string;
}

export const evidence = (code: string, more: Partial<Omit<NormEvidence, 'code'>> = {}): NormEvidence => ({
  code,
  on: null,
  ref: null,
  count: null,
  ...more,
});

export const finding = (norm: NormId, answer: YesNo, ...found: readonly NormEvidence[]): NormFinding => ({
  norm,
  answer,
  evidence: found,
});

/** `no` when anything speaks against it; else what `otherwise` says. */
export const unlessAgainst = (norm: NormId, against: readonly NormEvidence[], otherwise: NormFinding): NormFinding =>
  against.length > 0 ? finding(norm, 'no', ...against) : otherwise;
