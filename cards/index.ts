/** cards/: typed Adaptive Card builders, each next to the zod schema of what it submits. Wording comes from `knowledge/`. */
export type { AdaptiveCard, CardElement } from './adaptive-card.ts';
