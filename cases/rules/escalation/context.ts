import { type CaseSettings, type EscalationTerms, type OnDuty, usualTerms } from '../../model.ts';

export interface EscalationContext {
  readonly now: Date;
  readonly settings: CaseSettings;
  /** In order of duty. */
  readonly officers: readonly OnDuty[];
  newId(): string;
  sha256(text: string): string;
}

export const termsOf = ({ escalation }: Pick<CaseSettings, 'escalation'>): EscalationTerms => escalation ?? usualTerms;
