/** What a channel hands to the one turn. Both channels end here; from here on nobody knows Bot Framework. */
import type { Actor } from '../cases/index.ts';
import type { Reply, TurnInput } from '../dialogs/index.ts';

export interface Arrival {
  readonly channel: 'web' | 'teams';
  /** Unique over all channels, e.g. `web:<conversation id>`; turns with the same value run one after the other. */
  readonly conversation: string;
  /** Unique for this arrival: the same activity delivered twice carries the same id and is answered once. */
  readonly activityId: string;
  readonly actor: Actor;
  readonly input: TurnInput;
}

/** Never rejects: a fault inside becomes a fixed sentence with the person to call. A repeated activity gets no replies. */
export type TurnHandler = (arrival: Arrival) => Promise<readonly Reply[]>;

/** Where somebody can be reached; stored as plain data in the address book, by address key. */
export type Address =
  | { readonly kind: 'web'; readonly conversationId: string }
  | {
      readonly kind: 'teams';
      readonly conversationId: string;
      readonly serviceUrl: string;
      readonly tenantId: string;
      readonly botId: string;
      readonly userId: string;
    };
