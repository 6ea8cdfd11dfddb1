/** One message of a visitor: masked, limited, written down, handed to the bot. Crisis words are never lost on the way. */
import { within } from '../timers.ts';
import { makeKeyedBuckets, takeOne } from './bucket.ts';
import type { LiveConversation } from './conversations.ts';
import type { Incoming } from './incoming.ts';
import type { Say } from './say.ts';
import type { DirectLineDeps, IncomingActivity, OutgoingActivity } from './types.ts';

/** A message that is sent once more comes within seconds; the answers to a minute of messages are enough. */
const MAX_REMEMBERED = 24;

export type Received =
  | { readonly kind: 'accepted'; readonly body: string }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly code: string; readonly beside?: Beside }
  | { readonly kind: 'busy'; readonly retryAfterMs: number; readonly beside?: Beside };

/** What goes with a refusal: a text that reaches no turn may hold danger in words that no frame knows. */
interface Beside {
  readonly activities: OutgoingActivity[];
}

export interface Receiver {
  receive(conversation: LiveConversation, incoming: Incoming): Promise<Received>;
  /** Tells the bot that somebody came. */
  welcome(conversation: LiveConversation): void;
  sweep(): void;
}

export function makeReceiver(deps: DirectLineDeps, say: Say): Receiver {
  const { limits, log, now } = deps;
  const scansByIp = makeKeyedBuckets(limits.scansPerMinutePerIp);

  /** Runs after what is already waiting; true when the bot carried it out. */
  function runTurn(conversation: LiveConversation, activity: IncomingActivity): Promise<boolean> {
    conversation.pending += 1;
    const turn = conversation.tail.then(async () => {
      if (conversation.ended) return false;
      await deps.onArrival(conversation, activity);
      return true;
    });
    const settled = turn.catch((error: unknown) => {
      log.error('arrival-failed', { channel: 'web', ...log.faultOf(error) });
      return false;
    });
    conversation.tail = settled.then(() => {
      conversation.pending -= 1;
    });
    return settled;
  }

  /** Milliseconds to wait before this message can be taken, or 0. */
  function refusesFor(conversation: LiveConversation): number {
    // One is in progress, `queue` may wait.
    if (conversation.pending > limits.queue) return 2_000;
    return takeOne(conversation.messages, limits.messagesPerMinute, now());
  }

  /** Milliseconds until a text of this visitor may be searched again, or 0: the search costs, also for what is refused. */
  function unsearchedFor(conversation: LiveConversation): number {
    return takeOne(conversation.scans, limits.scansPerMinute, now()) || scansByIp.take(conversation.ipKey, now());
  }

  /** In the answer every time; in the conversation, where every client shows it, once a minute. */
  function numbersBeside(conversation: LiveConversation): Beside {
    const fixed = deps.emergencyNumbers();
    return { activities: takeOne(conversation.warnings, 1, now()) === 0 ? say.to(conversation, [fixed]) : [fixed] };
  }

  async function carryOut(
    conversation: LiveConversation,
    activity: IncomingActivity,
    emergency: OutgoingActivity | null,
  ): Promise<string> {
    const from = conversation.transcript.end();
    const turn = runTurn(conversation, activity);
    if (emergency === null) return JSON.stringify({ id: activity.id });
    await within(deps.timers, limits.emergencyMs, turn);
    // The turn itself says it better; only when it did not, the fixed text goes out without it.
    const urgent = say.urgentSince(conversation, from);
    const activities = urgent.length > 0 ? urgent : say.to(conversation, [emergency]);
    return JSON.stringify({ id: activity.id, activities });
  }

  /** The message is written down but reaches no turn; a text that is too long is not even kept. */
  function withoutTurn(conversation: LiveConversation, heard: Incoming | null, emergency: OutgoingActivity): string {
    const said = heard && say.heard(conversation, deps.maskText(heard.text ?? ''), null, heard.clientActivityID);
    const activities = say.to(conversation, [emergency]);
    return JSON.stringify({ id: said?.id ?? activities[0]?.id, activities });
  }

  function take(conversation: LiveConversation, incoming: Incoming): Received | Promise<Received> {
    const { text, clientActivityID } = incoming;
    const unsearchedMs = text === null ? 0 : unsearchedFor(conversation);
    if (unsearchedMs > 0) {
      return { kind: 'busy', retryAfterMs: unsearchedMs, beside: numbersBeside(conversation) };
    }
    const emergency = text === null ? null : emergencyFor(deps, text);
    const tooLong = text !== null && text.length > limits.textLength;
    const waitMs = refusesFor(conversation);
    if ((tooLong || waitMs > 0) && emergency) {
      return { kind: 'accepted', body: withoutTurn(conversation, tooLong ? null : incoming, emergency) };
    }
    if (tooLong) return { kind: 'refused', status: 413, code: 'text-too-long', beside: numbersBeside(conversation) };
    if (waitMs > 0) {
      return { kind: 'busy', retryAfterMs: waitMs, ...(text === null ? {} : { beside: numbersBeside(conversation) }) };
    }

    const maySubmit = conversation.persona !== null || deps.parentsMaySubmit;
    const value = maySubmit ? incoming.value : null;
    const masked = text === null ? null : deps.maskText(text);
    if ((masked === null || masked.trim() === '') && value === null) {
      return { kind: 'refused', status: 400, code: 'nothing-said' };
    }
    const activity = say.heard(conversation, masked, value, clientActivityID);
    return carryOut(conversation, activity, emergency).then((body) => ({ kind: 'accepted', body }));
  }

  return {
    async receive(conversation, incoming) {
      const id = incoming.clientActivityID;
      const earlier = id === null ? undefined : conversation.answered.get(id);
      if (earlier !== undefined) return { kind: 'accepted', body: await earlier };
      const outcome = take(conversation, incoming);
      if (id === null) return outcome;
      if ('then' in outcome) {
        remember(conversation, id, outcome.then(bodyOf));
        outcome.catch(() => conversation.answered.delete(id));
      } else if (outcome.kind === 'accepted') remember(conversation, id, Promise.resolve(outcome.body));
      return outcome;
    },
    welcome(conversation) {
      void runTurn(conversation, say.opened(conversation));
    },
    sweep: () => {
      scansByIp.sweep(now());
    },
  };
}

function bodyOf(received: Received): string {
  return received.kind === 'accepted' ? received.body : '{}';
}

function remember(conversation: LiveConversation, id: string, body: Promise<string>): void {
  // Whoever sent it first hears of a fault; this copy of the promise must not end the process.
  body.catch(() => undefined);
  conversation.answered.set(id, body);
  if (conversation.answered.size <= MAX_REMEMBERED) return;
  const oldest = conversation.answered.keys().next();
  if (!oldest.done) conversation.answered.delete(oldest.value);
}

function emergencyFor(deps: DirectLineDeps, text: string): OutgoingActivity | null {
  try {
    return deps.emergency(text.slice(0, deps.limits.textLength));
  } catch (error) {
    deps.log.error('emergency-failed', deps.log.faultOf(error));
    return deps.emergencyNumbers();
  }
}
