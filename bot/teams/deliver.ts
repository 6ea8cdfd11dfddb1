/** Sends to a stored address, outside any turn: one request, and an exact account of how it ended. */
import type { Activity } from 'botbuilder';
import { type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import { z } from 'zod';
import type { Reply } from '../../dialogs/index.ts';
import type { Address } from '../arrival.ts';
import { type Delivery, outcomeOf, type TransportResult } from '../outbox/outcome.ts';
import { forViewer } from './for-viewer.ts';
import { ConnectorError, type ConnectorLimits, type GuardedClient, guardedClient } from './connector.ts';

type TeamsAddress = Extract<Address, { kind: 'teams' }>;

export interface DeliverDeps {
  /** The SDK's own authentication, not the guarded one: the guard is put on here. */
  readonly auth: BotFrameworkAuthentication;
  readonly appId: string;
  readonly tenantId: string;
  readonly limits: ConnectorLimits;
  now(): Date;
  toActivities(replies: readonly Reply[]): readonly Partial<Activity>[];
  /** Gets a new token for the bot, whatever the old one says about its own age. */
  refreshToken(): Promise<void>;
}

/** `inPlaceOf`: the activity that the first card takes the place of; when it is gone, the card is sent anew. */
export type Deliver = (address: Address, replies: readonly Reply[], inPlaceOf?: string | null) => Promise<Delivery>;

const REFUSED: Delivery = {
  kind: 'unreachable',
  because: 'address-refused',
  alarm: 'address-refused',
  tooLarge: false,
};

export function makeDeliver(deps: DeliverDeps): Deliver {
  return async (address, replies, inPlaceOf = null) => {
    // Checked again at use: a stored address is as old as the last message of that person.
    if (address.kind !== 'teams' || address.tenantId.toLowerCase() !== deps.tenantId.toLowerCase()) return REFUSED;
    if (!deps.limits.isServiceUrl(address.serviceUrl)) return REFUSED;
    const said = forViewer(replies, address.userId);
    return inPlaceOf === null ? await sendAll(deps, address, said) : await replaceCard(deps, address, said, inPlaceOf);
  };
}

async function sendAll(deps: DeliverDeps, address: TeamsAddress, replies: readonly Reply[]): Promise<Delivery> {
  let delivered: Delivery = { kind: 'delivered', activityId: null, alarm: null, tooLarge: false };
  let cardArrived = false;
  for (const activity of deps.toActivities(replies)) {
    const outcome = outcomeOf(await withFreshToken(deps, address, activity), deps.now());
    if (outcome.kind !== 'delivered') {
      // The card is what counts: once it stands there, sending all of it again would put a second one beside it.
      return cardArrived ? { ...delivered, alarm: 'delivered-in-part' } : outcome;
    }
    const isCard = (activity.attachments?.length ?? 0) > 0;
    if (isCard || !cardArrived) delivered = outcome;
    cardArrived ||= isCard;
  }
  return delivered;
}

/** An update makes no sound in Teams, so what is said beside the card is a message of its own, after it. */
async function replaceCard(
  deps: DeliverDeps,
  address: TeamsAddress,
  replies: readonly Reply[],
  activityId: string,
): Promise<Delivery> {
  const card = replies.find((reply) => reply.kind === 'card');
  const [content] = card === undefined ? [] : deps.toActivities([card]);
  if (content === undefined) return await sendAll(deps, address, replies);
  const update = await withFreshToken(deps, address, { ...content, id: activityId });
  // Taken away by the person, or older than Teams lets it be changed.
  if (update.kind === 'answered' && (update.status === 404 || update.status === 400))
    return await sendAll(deps, address, replies);
  const updated = repeatable(outcomeOf(update, deps.now()));
  const beside = replies.filter((reply) => reply !== card);
  const outcome = updated.kind !== 'delivered' || beside.length === 0 ? updated : await sendAll(deps, address, beside);
  return outcome.kind === 'delivered' ? { ...outcome, activityId } : outcome;
}

/** Putting a card in its place twice does no harm: nobody need know whether the first time worked. */
function repeatable(outcome: Delivery): Delivery {
  if (outcome.kind !== 'ambiguous') return outcome;
  return { ...outcome, kind: 'not-delivered', retryAfterMs: null };
}

async function withFreshToken(
  deps: DeliverDeps,
  address: TeamsAddress,
  activity: Partial<Activity>,
): Promise<TransportResult> {
  const first = await sendOnce(deps, address, activity);
  if (first.kind !== 'answered' || first.status !== 401) return first;
  try {
    await deps.refreshToken();
  } catch (error) {
    return { ...first, code: codeOf(error) };
  }
  return await sendOnce(deps, address, activity);
}

async function sendOnce(
  deps: DeliverDeps,
  address: TeamsAddress,
  content: Partial<Activity>,
): Promise<TransportResult> {
  let guarded: GuardedClient;
  try {
    const claims = new ClaimsIdentity([
      { type: 'aud', value: deps.appId },
      { type: 'appid', value: deps.appId },
    ]);
    guarded = await guardedClient(
      deps.auth.createConnectorFactory(claims),
      { serviceUrl: address.serviceUrl },
      deps.limits,
    );
  } catch (error) {
    return { kind: 'never-sent', code: codeOf(error) };
  }
  const { client, wire } = guarded;
  try {
    const { conversations } = client;
    const activity = addressed(content, address);
    const { id } =
      content.id === undefined
        ? await conversations.sendToConversation(address.conversationId, activity)
        : await conversations.updateActivity(address.conversationId, content.id, activity);
    return { kind: 'accepted', activityId: typeof id === 'string' && id !== '' ? id : null };
  } catch (error) {
    if (wire.answer) {
      const { status, retryAfter, body } = wire.answer;
      return { kind: 'answered', status, retryAfter, code: codeIn(body) };
    }
    // Before the request is handed over only the deadline and the fetching of the token can fail.
    if (!wire.handed)
      return { kind: 'never-sent', code: error instanceof ConnectorError ? error.code : 'token-unavailable' };
    const code = codeOf(error);
    return { kind: wasRefusedAtTheDoor(error, code) ? 'never-sent' : 'no-answer', code };
  }
}

function addressed(content: Partial<Activity>, address: TeamsAddress): Partial<Activity> {
  return {
    ...content,
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    from: { id: address.botId, name: '' },
    recipient: { id: address.userId, name: '' },
    conversation: {
      id: address.conversationId,
      name: '',
      isGroup: false,
      conversationType: 'personal',
      tenantId: address.tenantId,
    },
  };
}

/** Faults of finding and reaching the host: no byte of the request was written. */
const AT_THE_DOOR = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const BEFORE_TLS = 'Client network socket disconnected before secure TLS connection was established';

function wasRefusedAtTheDoor(error: unknown, code: string): boolean {
  if (AT_THE_DOOR.has(code)) return true;
  // These codes also exist on an open connection; Node names the call that failed.
  return error instanceof Error && (error.message.startsWith('connect ') || error.message.startsWith(BEFORE_TLS));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const errorBody = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) });

function codeIn(body: string | null): string | null {
  try {
    const read = errorBody.safeParse(JSON.parse(body ?? 'null'));
    return read.success ? read.data.error.code : null;
  } catch {
    // A proxy answers with a page; the status says enough.
    return null;
  }
}
