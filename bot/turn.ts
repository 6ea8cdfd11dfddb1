/**
 * The one turn of both channels: read → decide → write → say. Turns of one conversation run one after the other, the
 * same activity is carried out once, and a fault inside never reaches a person as anything but a fixed sentence.
 */
import { maskBsn } from '../cases/index.ts';
import type { Converse, Dealt, DialogState, Reply, TurnInput } from '../dialogs/index.ts';
import { initialState } from '../dialogs/index.ts';
import type { Arrival, TurnHandler } from './arrival.ts';
import type { Log } from './log.ts';
import { makeLanes } from './lanes.ts';

/** How long a conversation that nobody speaks in is remembered, and how many at most. */
const IDLE_MS = 4 * 60 * 60 * 1000;
const MAX_CONVERSATIONS = 20_000;
/** Activities per conversation that are remembered to recognise a second delivery. */
const MAX_SEEN = 100;

interface Conversation {
  state: DialogState;
  readonly seen: Map<string, readonly Reply[]>;
  usedAt: number;
}

export interface TurnDeps {
  readonly converse: Converse;
  /** The crisis answer for this text, made without state, register or flows. */
  emergency(text: string): Reply | null;
  /** The fixed sentence with the person to call. */
  fault(): Reply;
  /** How a question was dealt with; must not throw. */
  onDealt?(conversation: string, dealt: Dealt): void;
  readonly log: Log;
  now(): Date;
}

export interface Turn {
  readonly handle: TurnHandler;
  /** How many are remembered. */
  conversations(): number;
  /** The conversation is over: nothing of it stays. */
  forget(conversation: string): void;
  /** Forgets where nobody spoke for four hours. */
  forgetSilent(): void;
}

export function makeTurn(deps: TurnDeps): Turn {
  const lanes = makeLanes();
  const conversations = new Map<string, Conversation>();

  async function carryOut(arrival: Arrival): Promise<readonly Reply[]> {
    const conversation = recall(conversations, arrival.conversation, deps.now().getTime());
    const earlier = conversation.seen.get(arrival.activityId);
    // A card press that comes twice needs its answer twice: the client waits for the card. What was said beside it, and
    // the answer to a sentence, stand in the chat already and are not kept.
    if (earlier) return earlier;
    const input = masked(arrival.input);
    const started = performance.now();
    try {
      const commandId = `${arrival.conversation}/${arrival.activityId}`;
      const outcome = await deps.converse(conversation.state, {
        actor: arrival.actor,
        conversation: arrival.conversation,
        commandId,
        input,
      });
      conversation.state = outcome.state;
      if (outcome.dealt) deps.onDealt?.(arrival.conversation, outcome.dealt);
      remember(conversation.seen, arrival.activityId, input.kind === 'submit' ? answerOf(outcome.replies) : []);
      deps.log.debug('turn', { channel: arrival.channel, kind: input.kind, durationMs: performance.now() - started });
      return outcome.replies;
    } catch (error) {
      deps.log.error('turn-failed', { channel: arrival.channel, kind: input.kind, ...deps.log.faultOf(error) });
      const urgent = input.kind === 'text' ? deps.emergency(input.text) : null;
      return urgent ? [urgent] : [deps.fault()];
    }
  }

  return {
    handle: (arrival) => lanes.run(arrival.conversation, () => carryOut(arrival)),
    conversations: () => conversations.size,
    forget(conversation) {
      conversations.delete(conversation);
    },
    forgetSilent() {
      forgetOld(conversations, deps.now().getTime());
    },
  };
}

function recall(conversations: Map<string, Conversation>, key: string, now: number): Conversation {
  const known = conversations.get(key);
  const fresh = known && now - known.usedAt <= IDLE_MS ? known : { state: initialState, seen: new Map(), usedAt: now };
  fresh.usedAt = now;
  // Re-inserting keeps the map in order of use, so the first entries are the ones to forget.
  conversations.delete(key);
  conversations.set(key, fresh);
  forgetOld(conversations, now);
  return fresh;
}

function forgetOld(conversations: Map<string, Conversation>, now: number): void {
  for (const [key, { usedAt }] of conversations) {
    if (conversations.size <= MAX_CONVERSATIONS && now - usedAt <= IDLE_MS) break;
    conversations.delete(key);
  }
}

function remember(seen: Map<string, readonly Reply[]>, activityId: string, replies: readonly Reply[]): void {
  seen.set(activityId, replies);
  if (seen.size <= MAX_SEEN) return;
  const oldest = seen.keys().next();
  if (!oldest.done) seen.delete(oldest.value);
}

/** The card, or else the first thing that was said. */
function answerOf(replies: readonly Reply[]): readonly Reply[] {
  const card = replies.find((reply) => reply.kind === 'card');
  return card ? [card] : replies.slice(0, 1);
}

/** A citizen service number is taken out before anything else sees it. */
function masked(input: TurnInput): TurnInput {
  if (input.kind === 'text') return { kind: 'text', text: maskBsn(input.text) };
  if (input.kind === 'submit') return { ...input, data: maskStrings(input.data) };
  return input;
}

function maskStrings(data: unknown): unknown {
  if (typeof data === 'string') return maskBsn(data);
  if (Array.isArray(data)) return data.map(maskStrings);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]: [string, unknown]) => [key, maskStrings(value)]));
}
