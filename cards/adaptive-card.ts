/** An Adaptive Card 1.5 as JSON. A card is data; no library is needed to build one. */
export type CardElement = { readonly type: string; readonly [key: string]: unknown };

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
  readonly refresh?: { readonly action: CardElement; readonly userIds: readonly string[] };
  readonly fallbackText?: string;
  readonly [key: string]: unknown;
}
