/** Direct Line 3.0 inside this process: the web channel's edge. It proves who is in which conversation and nothing more. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { within } from '../timers.ts';
import { makeKeyedBuckets } from './bucket.ts';
import { makeConversations } from './conversations.ts';
import { makeReceiver } from './receive.ts';
import type { Surroundings } from './routes.ts';
import { mountRoutes, tokenBody } from './routes.ts';
import type { WrittenActivity } from './say.ts';
import { makeSay } from './say.ts';
import { type SaidLine, saidLines } from './said-lines.ts';
import { makeStream } from './stream.ts';
import { makeTokens } from './tokens.ts';
import type { DirectLineDeps, OutgoingActivity, Persona } from './types.ts';

const SWEEP_MS = 60_000;

export interface IssuedToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

export interface DirectLine {
  routes(server: Server, surroundings: Surroundings): void;
  /** For a request whose path and origin were already judged; `url` is what `streamUrlOf` made of it. */
  upgrade(req: IncomingMessage, url: URL, socket: Duplex, head: Buffer): void;
  /** The ids given to the activities, or false when the conversation is gone. */
  send(conversationId: string, activities: readonly OutgoingActivity[]): readonly string[] | false;
  update(conversationId: string, activity: WrittenActivity): boolean;
  remove(conversationId: string, activityId: string): boolean;
  /** Ends a conversation: its words and its token are gone. */
  end(conversationId: string): boolean;
  /** Opens a conversation as somebody of the demo; null in every other mode. The promise gives null when all is full. */
  readonly startAs: ((persona: Persona) => Promise<IssuedToken | null>) | null;
  /** The words of a conversation, oldest first, both sides; empty when it is gone. For a colleague who was let in. */
  saidIn(conversationId: string): readonly SaidLine[];
  /** What the starter of a conversation is counted under, or null when the conversation is gone. */
  ipKeyOf(conversationId: string): string | null;
  stats(): { readonly conversations: number; readonly sockets: number };
  /** Forgets what is over. Runs every minute by itself. */
  sweep(): void;
  /** Waits for the turns in progress, then closes the streams with 1001. */
  close(): Promise<void>;
}

export function makeDirectLine(deps: DirectLineDeps): DirectLine {
  const conversations = makeConversations(deps);
  const tokens = makeTokens({ key: deps.key, lifetimeMs: deps.limits.tokenMs, now: deps.now });
  const say = makeSay(deps);
  const receiver = makeReceiver(deps, say);
  const stream = makeStream(deps, conversations);
  const starts = makeKeyedBuckets(deps.limits.startsPerMinutePerIp);

  const sweep = () => {
    starts.sweep(deps.now());
    receiver.sweep();
    const count = conversations.sweep();
    if (count > 0) deps.log.info('conversations-forgotten', { channel: 'web', count });
  };
  const stopSweeping = deps.timers.every(SWEEP_MS, sweep);

  async function startAs(persona: Persona): Promise<IssuedToken | null> {
    const conversation = conversations.create(persona, 'demo');
    if (conversation === null) return null;
    conversation.opened = true;
    receiver.welcome(conversation);
    return tokenBody(tokens, conversation, deps.now());
  }

  return {
    routes: (server, surroundings) => {
      mountRoutes(server, { deps, conversations, tokens, receiver, stream, starts }, surroundings);
    },
    upgrade: stream.upgrade,
    send(conversationId, activities) {
      const conversation = conversations.get(conversationId);
      return conversation ? say.to(conversation, activities).map(({ id }) => id) : false;
    },
    update(conversationId, activity) {
      const conversation = conversations.get(conversationId);
      if (conversation) say.update(conversation, activity);
      return conversation !== undefined;
    },
    remove(conversationId, activityId) {
      const conversation = conversations.get(conversationId);
      if (conversation) say.remove(conversation, activityId);
      return conversation !== undefined;
    },
    end(conversationId) {
      const conversation = conversations.get(conversationId);
      if (conversation) conversations.end(conversation, 1000);
      return conversation !== undefined;
    },
    startAs: deps.allowPersonas ? startAs : null,
    saidIn(conversationId) {
      const conversation = conversations.get(conversationId);
      return conversation ? saidLines(conversation.transcript) : [];
    },
    ipKeyOf: (conversationId) => conversations.get(conversationId)?.ipKey ?? null,
    stats: () => ({ conversations: conversations.size(), sockets: stream.sockets() }),
    sweep,
    async close() {
      stopSweeping();
      const turns = Promise.all([...conversations.all()].map(({ tail }) => tail));
      const waited = await within(deps.timers, deps.limits.closeMs, turns);
      if (waited === 'too-late') deps.log.warn('stopped-with-turns-in-progress', { channel: 'web' });
      await stream.close();
    },
  };
}
