import type { Decision, Escalation, Instant } from '../model.ts';

/** Why something is not done; every member is a sentence in `knowledge/`. */
export type Refusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-found' }
  /** The audit can't be written, so nothing is shown. */
  | { readonly kind: 'audit-unavailable' }
  | { readonly kind: 'own-escalation' }
  /** No officer on duty besides the filer: nobody could own the escalation, so it is not filed. */
  | { readonly kind: 'nobody-to-ask' }
  | { readonly kind: 'card-void' }
  | { readonly kind: 'already-decided'; readonly decision: Decision; readonly escalation: Escalation }
  | { readonly kind: 'already-withdrawn'; readonly at: Instant; readonly escalation: Escalation }
  | { readonly kind: 'invalid'; readonly fields: readonly { readonly field: string; readonly problem: string }[] };
