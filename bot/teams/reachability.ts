/** Where a worker can be reached, kept as plain data under the actor id. */
import type { AddressBook } from '../address-book.ts';
import type { Address } from '../arrival.ts';
import type { Log } from '../log.ts';
import { type InboundActivity, isPersonal } from './gate.ts';

interface Deps {
  readonly tenantId: string;
  readonly addressBook: AddressBook;
  readonly log: Log;
}

type TeamsAddress = Extract<Address, { kind: 'teams' }>;

export function addressOf(activity: InboundActivity, tenantId: string): TeamsAddress {
  return {
    kind: 'teams',
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl ?? '',
    tenantId,
    botId: activity.recipient.id,
    userId: activity.from.id,
  };
}

/** Written only when it changed. A failed write must not cost the person the answer, so it is told to operators only. */
export async function rememberAddress(deps: Deps, activity: InboundActivity, userId: string): Promise<void> {
  if (!isPersonal(activity)) return;
  try {
    const address = addressOf(activity, deps.tenantId);
    const known = await deps.addressBook.get(userId);
    if (!isSame(address, known)) await deps.addressBook.put(userId, address);
  } catch (error) {
    deps.log.error('address-book-failed', deps.log.faultOf(error));
  }
}

function isSame(address: TeamsAddress, known: Address | undefined): boolean {
  return (
    known?.kind === 'teams' &&
    known.conversationId === address.conversationId &&
    known.serviceUrl === address.serviceUrl &&
    known.tenantId === address.tenantId &&
    known.botId === address.botId &&
    known.userId === address.userId
  );
}

/** `added`: the bot has just come into this conversation. */
export async function followInstallation(
  deps: Deps,
  activity: InboundActivity,
  userId: string,
): Promise<'added' | 'removed' | 'neither'> {
  const isBot = ({ id }: { readonly id: string }) => id === activity.recipient.id;
  const removed = activity.action === 'remove' || activity.membersRemoved?.some(isBot) === true;
  if (removed) {
    await forgetAddress(deps, activity, userId);
    return 'removed';
  }
  await rememberAddress(deps, activity, userId);
  // Teams also sends an installationUpdate for the same event: one of the two opens the conversation.
  return activity.membersAdded?.some(isBot) === true ? 'added' : 'neither';
}

async function forgetAddress(deps: Deps, activity: InboundActivity, userId: string): Promise<void> {
  try {
    const known = await deps.addressBook.get(userId);
    if (known?.kind === 'teams' && known.conversationId === activity.conversation.id)
      await deps.addressBook.remove(userId);
  } catch (error) {
    deps.log.error('address-book-failed', deps.log.faultOf(error));
  }
}
