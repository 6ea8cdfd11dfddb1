/** One attempt for one notice: words, address, transport. Writes nothing; says what came of it. */
import type { DeliveryOutcome } from '../../cases/index.ts';
import type { Reply } from '../../dialogs/index.ts';
import type { AddressBook } from '../address-book.ts';
import type { Address } from '../arrival.ts';
import type { Delivery } from './outcome.ts';
import { nothingStands, type Standing } from './standing-card.ts';
import type { ToDeliver } from './to-deliver.ts';

/** `short`: for a client or channel that finds the whole card too large. `null`: there is nothing to say. */
export type Announce = (notice: ToDeliver, form: 'whole' | 'short', standing?: Standing) => readonly Reply[] | null;

export interface DeliveryDeps {
  readonly addressBook: AddressBook;
  /** In the demo: a colleague whose window was never opened is no colleague who is away; what is for that one waits. */
  readonly waitsForWindow?: boolean;
  readonly announce: Announce;
  /** What this person has of it already; left out: nothing is put in the place of anything. */
  standing?(notice: ToDeliver): Promise<Standing>;
  /** To a Teams address; a card goes in the place of the activity `inPlaceOf`. Never throws for a fault of the network. */
  deliver(address: Address, replies: readonly Reply[], inPlaceOf?: string | null): Promise<Delivery>;
  /** To a conversation of the widget; `false` when it is gone. */
  sendWeb(conversationId: string, replies: readonly Reply[]): boolean | Promise<boolean>;
}

export interface Attempted {
  readonly outcome: DeliveryOutcome;
  /** A code, for operators. */
  readonly alarm: string | null;
}

/** Such an answer counts for nothing: it is tried again, at once when the window opens. */
const noWindow = { kind: 'not-delivered', retryAfterMs: 600_000, because: 'no-window' } as const;

/** Nobody could be addressed; by the time this is settled the address may be there. */
export const lacksAddress = (outcome: DeliveryOutcome): boolean =>
  outcome.kind === 'no-address' || (outcome.kind === 'not-delivered' && outcome.because === noWindow.because);

const WEB_KEY = 'web:';

export async function addressFor({ notice }: ToDeliver, book: AddressBook): Promise<Address | undefined> {
  const key = notice.to.kind === 'actor' ? notice.to.id : notice.to.key;
  const known = await book.get(key);
  // Conversations of the widget come and go and stand in no book: their key says it all.
  if (known || !key.startsWith(WEB_KEY)) return known;
  return { kind: 'web', conversationId: key.slice(WEB_KEY.length) };
}

export async function deliverOnce(
  deps: DeliveryDeps,
  notice: ToDeliver,
  address: Address | undefined,
): Promise<Attempted> {
  if (!address) {
    if (deps.waitsForWindow === true && notice.notice.to.kind === 'actor') return { outcome: noWindow, alarm: null };
    if (notice.notice.to.kind === 'actor') return { outcome: { kind: 'no-address' }, alarm: 'no-address' };
    return { outcome: { kind: 'unreachable', because: 'no-address' }, alarm: null };
  }
  const standing = (await deps.standing?.(notice)) ?? nothingStands;
  const whole = deps.announce(notice, 'whole', standing);
  if (!whole) return { outcome: { kind: 'delivered', activityId: null }, alarm: null };
  if (address.kind === 'web') return await toWeb(deps, address.conversationId, whole);
  const first = await deps.deliver(address, whole, standing.activityId);
  const short = first.tooLarge ? deps.announce(notice, 'short', standing) : null;
  const { alarm, tooLarge, ...outcome } = short ? await deps.deliver(address, short) : first;
  return { outcome, alarm: alarm ?? (tooLarge ? 'too-large' : null) };
}

async function toWeb(deps: DeliveryDeps, conversationId: string, replies: readonly Reply[]): Promise<Attempted> {
  const arrived = await deps.sendWeb(conversationId, replies);
  const outcome = arrived
    ? ({ kind: 'delivered', activityId: null } as const)
    : ({ kind: 'unreachable', because: 'conversation-gone' } as const);
  return { outcome, alarm: null };
}
