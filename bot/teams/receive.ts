/** From an activity of our own channel to one turn, and from the replies to what Teams expects back. Decides nothing about cases. */
import type { Activity } from 'botbuilder';
import type { AuditLog, RoleTable, StaffActor } from '../../cases/index.ts';
import type { Reply, TurnInput } from '../../dialogs/index.ts';
import type { AddressBook } from '../address-book.ts';
import type { TurnHandler } from '../arrival.ts';
import type { Log } from '../log.ts';
import { forViewer } from './for-viewer.ts';
import { cardAction, cleanText, type InboundActivity, isOurTenant, isPersonal } from './gate.ts';
import { invokeAnswer } from './invoke-response.ts';
import { followInstallation, rememberAddress } from './reachability.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** How a turn speaks: both wait for the connector, within its deadline, and reject when it fails. */
export interface Speaker {
  send(activities: readonly Partial<Activity>[]): Promise<void>;
  /** Puts an activity in the place of the one with this id. */
  replace(activityId: string, activity: Partial<Activity>): Promise<void>;
}

/** Sentences of the channel itself; the words stand in `knowledge/`. */
export interface TeamsSentences {
  /** The numbers, when these words ask for them; needs nothing that can be broken. */
  emergency(text: string): Reply | null;
  /** Something broke; names the person to call. */
  fault(): Reply;
  /** This person has no role here. */
  stranger(): Reply;
  /** Only in a conversation of one person. */
  personalOnly(): Reply;
}

export interface ReceiveDeps {
  readonly tenantId: string;
  readonly roles: RoleTable;
  readonly handle: TurnHandler;
  readonly addressBook: AddressBook;
  readonly auditLog: AuditLog;
  readonly sentences: TeamsSentences;
  /** Verbs that only look. A refresh that Teams does by itself may carry no other. */
  readonly refreshVerbs: readonly string[];
  readonly log: Log;
  now(): Date;
  toActivities(replies: readonly Reply[]): readonly Partial<Activity>[];
  /** Says something after the request has been answered. */
  sayLater(activity: InboundActivity, replies: readonly Reply[]): void;
}

const OK: HttpAnswer = { status: 200 };

export function makeReceive(deps: ReceiveDeps) {
  return async (activity: InboundActivity, speaker: Speaker): Promise<HttpAnswer> => {
    const userId = activity.from.aadObjectId?.toLowerCase();
    if (!isOurTenant(activity, deps.tenantId) || userId === undefined) {
      await auditRefusal(deps, userId);
      return { status: 403, body: { error: 'tenant-refused' } };
    }
    switch (activity.type) {
      case 'invoke':
        return await pressed(deps, activity, userId);
      case 'message':
        return await said(deps, activity, userId, speaker);
      case 'conversationUpdate':
      case 'installationUpdate':
        return await installed(deps, activity, userId, speaker);
      default:
        return OK;
    }
  };
}

/** Must answer within a second or so, also when the connector hangs: nothing here waits for it. */
async function pressed(deps: ReceiveDeps, activity: InboundActivity, userId: string): Promise<HttpAnswer> {
  // Search and link commands would look families up from a message box; the manifest offers none of them.
  if (activity.name !== 'adaptiveCard/action') return { status: 501, body: { error: 'not-offered' } };
  const press = cardAction.safeParse(activity.value);
  if (!press.success || !activity.id) return { status: 400, body: { error: 'bad-request' } };
  const { verb, data } = press.data.action;
  const isRefresh = press.data.trigger === 'automatic';
  if (isRefresh && !deps.refreshVerbs.includes(verb)) return { status: 400, body: { error: 'bad-request' } };
  const replies = await turn(deps, activity, userId, { kind: 'submit', verb, data });
  const { body, rest } = invokeAnswer(replies, deps.sentences.fault());
  if (rest.length > 0 && !isRefresh) deps.sayLater(activity, rest);
  return { status: 200, body };
}

async function said(
  deps: ReceiveDeps,
  activity: InboundActivity,
  userId: string,
  speaker: Speaker,
): Promise<HttpAnswer> {
  if (!activity.id) return { status: 400, body: { error: 'bad-request' } };
  const submit = submitOf(activity.value);
  const replies = await turn(deps, activity, userId, submit ?? { kind: 'text', text: cleanText(activity.text ?? '') });
  try {
    await speak(deps, replies, { speaker, pressedId: submit ? activity.replyToId : null, data: submit?.data });
  } catch (error) {
    // The turn is done and kept; answering Teams with an error would only make it send the message again.
    deps.log.error('teams-reply-failed', deps.log.faultOf(error));
  }
  return OK;
}

async function installed(
  deps: ReceiveDeps,
  activity: InboundActivity,
  userId: string,
  speaker: Speaker,
): Promise<HttpAnswer> {
  const change = await followInstallation(deps, activity, userId);
  const person = change === 'added' && isPersonal(activity) ? await deps.roles.roleOf(userId) : undefined;
  if (!person || !activity.id) return OK;
  try {
    await speak(deps, await turn(deps, activity, userId, { kind: 'opened' }), { speaker, pressedId: null, data: null });
  } catch (error) {
    deps.log.error('teams-reply-failed', deps.log.faultOf(error));
  }
  return OK;
}

async function turn(
  deps: ReceiveDeps,
  activity: InboundActivity,
  userId: string,
  input: TurnInput,
): Promise<readonly Reply[]> {
  if (!isPersonal(activity)) return [deps.sentences.personalOnly()];
  try {
    const person = await deps.roles.roleOf(userId);
    if (!person) {
      deps.log.warn('teams-stranger');
      return [urgent(deps, input) ?? deps.sentences.stranger()];
    }
    const actor: StaffActor = { kind: person.role, id: userId, name: person.name };
    await rememberAddress(deps, activity, userId);
    const conversation = `teams:${activity.conversation.id}`;
    const arrival = { channel: 'teams', conversation, activityId: activity.id ?? '', actor, input } as const;
    return forViewer(await deps.handle(arrival), activity.from.id);
  } catch (error) {
    deps.log.error('teams-turn-failed', deps.log.faultOf(error));
    return [urgent(deps, input) ?? deps.sentences.fault()];
  }
}

function urgent({ sentences }: ReceiveDeps, input: TurnInput): Reply | null {
  return input.kind === 'text' ? sentences.emergency(input.text) : null;
}

/** A card that takes the place of the pressed one is put there; everything else is a new message. */
async function speak(
  deps: ReceiveDeps,
  replies: readonly Reply[],
  { speaker, pressedId, data }: { speaker: Speaker; pressedId: string | null | undefined; data: unknown },
): Promise<void> {
  const taker = pressedId
    ? replies.find((reply) => reply.kind === 'card' && takesPlaceOf(reply.replaces, data))
    : undefined;
  const [replacement] = taker ? deps.toActivities([taker]) : [];
  if (pressedId && replacement) await speaker.replace(pressedId, replacement);
  const rest = replies.filter((reply) => reply !== taker);
  if (rest.length > 0) await speaker.send(deps.toActivities(rest));
}

function takesPlaceOf(replaces: string | null, data: unknown): boolean {
  return (
    replaces !== null && typeof data === 'object' && data !== null && 'cardRef' in data && data.cardRef === replaces
  );
}

/** Action.Submit, for clients without Action.Execute: a message whose value holds the verb beside the data. */
function submitOf(value: unknown): Extract<TurnInput, { kind: 'submit' }> | null {
  if (typeof value !== 'object' || value === null || !('verb' in value) || typeof value.verb !== 'string') return null;
  return { kind: 'submit', verb: value.verb, data: value };
}

async function auditRefusal(deps: ReceiveDeps, userId: string | undefined): Promise<void> {
  deps.log.warn('tenant-refused');
  try {
    const actor = userId ?? 'unknown';
    await deps.auditLog.append({ at: deps.now().toISOString(), event: 'tenant_refused', actor, subject: 'teams' });
  } catch (error) {
    // The refusal itself stands: nothing was shown.
    deps.log.error('audit-failed', deps.log.faultOf(error));
  }
}
