import type { Day, Instant } from './time.ts';

export type PlanFinding =
  | { readonly kind: 'one'; readonly planId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly planIds: readonly string[] }
  | { readonly kind: 'outdated'; readonly planId: string; readonly since: Day }
  | { readonly kind: 'incomplete'; readonly planId: string; readonly missing: readonly string[] };

export type RegisseurFinding =
  | { readonly kind: 'one'; readonly regisseurId: string; readonly since: Day }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly regisseurIds: readonly string[] }
  | { readonly kind: 'gone'; readonly regisseurId: string; readonly since: Day }
  | { readonly kind: 'cannot-lead'; readonly regisseurId: string };

/** The verdict of the check. An outage is never `none`: it is `unknown`, with what did not answer. */
export type OnePlanFinding =
  | { readonly kind: 'in-order'; readonly plan: PlanFinding; readonly regisseur: RegisseurFinding }
  | { readonly kind: 'deviates'; readonly plan: PlanFinding; readonly regisseur: RegisseurFinding }
  | { readonly kind: 'unknown'; readonly because: readonly string[]; readonly asOf: Instant };
