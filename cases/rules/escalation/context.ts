import { type CaseSettings, type EscalationTerms, type OnDuty, usualTerms } from '../../model.ts';

export interface EscalationContext {
  readonly now: Date;
  readonly settings: CaseSettings;
  /** In order of duty. */
  readonly officers: readonly OnDuty[];
  /** Colleagues with a task for this family now; absent: nobody is known by name. */
  readonly team?: readonly { readonly name: string }[];
  /**
   * Whether the municipality has what a filing needs; absent: it has. People are held back before they file; the stuck rules
   * keep what they find off the desk until it has.
   */
  readonly ready?: boolean;
  newId(): string;
  sha256(text: string): string;
}

export const termsOf = ({ escalation }: Pick<CaseSettings, 'escalation'>): EscalationTerms => escalation ?? usualTerms;
