/** The calls of Direct Line 3.0 that its clients make, and no more. A bad token hears the same whatever the reason. */
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { refuse, refuseForNow, sendJson, sendJsonText } from '../http/respond.ts';
import { type KeyedBuckets, takeOne } from './bucket.ts';
import type { Conversations, LiveConversation } from './conversations.ts';
import { type Incoming, parseIncoming } from './incoming.ts';
import type { Receiver } from './receive.ts';
import type { Stream } from './stream.ts';
import type { Tokens } from './tokens.ts';
import { activitySet, parseWatermark } from './transcript.ts';
import type { DirectLineDeps } from './types.ts';

/** What the server knows of the way in. */
export interface Surroundings {
  /** `wss://host` as the visitor reaches this server. */
  streamOrigin(req: IncomingMessage): string;
  ipKey(req: IncomingMessage): string;
}

export interface RouteParts {
  readonly deps: DirectLineDeps;
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly receiver: Receiver;
  readonly stream: Stream;
  readonly starts: KeyedBuckets;
}

interface Caller {
  readonly conversation: LiveConversation;
  readonly token: string;
  readonly generation: number;
}
type Handler = (caller: Caller, req: Request, res: Response) => void | Promise<void>;

const BASE = '/v3/directline';
const FULL_RETRY_MS = 60_000;

export function mountRoutes(server: Server, parts: RouteParts, surroundings: Surroundings): void {
  const { deps, conversations, tokens, receiver, stream, starts } = parts;

  /** The bearer token opens a conversation that exists, and the one in the path when there is one. */
  async function callerOf(req: Request): Promise<Caller | null> {
    const token = /^Bearer ([\w.-]{1,2048})$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
    const claims = await tokens.verify(token);
    const conversation = claims && conversations.openedBy(claims);
    const named = conversationIn(req.params);
    if (!conversation || (named !== null && named !== conversation.id)) return null;
    return { conversation, token, generation: claims.gen };
  }

  const withToken =
    (handle: Handler): RequestHandler =>
    async (req: Request, res: Response) => {
      const caller = await callerOf(req);
      if (caller === null) refuse(res, 403, 'bad-token');
      else await handle(caller, req, res);
    };
  const opened = (handle: Handler): RequestHandler =>
    withToken(async (caller, req, res) => {
      if (caller.conversation.opened) await handle(caller, req, res);
      else refuse(res, 403, 'bad-token');
    });

  const started = (req: Request, { conversation, token }: Caller, watermark: number) => ({
    conversationId: conversation.id,
    token,
    expires_in: secondsLeft(conversation, deps.now()),
    streamUrl: surroundings.streamOrigin(req) + stream.ticketPath(conversation, watermark),
  });

  const generate: RequestHandler = async (req: Request, res: Response) => {
    const ipKey = surroundings.ipKey(req);
    const waitMs = starts.take(ipKey, deps.now());
    const conversation = waitMs > 0 ? null : conversations.create(null, ipKey);
    if (conversation === null) {
      refuseForNow(res, 429, waitMs || FULL_RETRY_MS);
      return;
    }
    sendJson(res, 200, await tokenBody(tokens, conversation, deps.now()));
  };

  const open = withToken((caller, req, res) => {
    const { conversation } = caller;
    const isNew = !conversation.opened;
    conversation.opened = true;
    if (isNew) receiver.welcome(conversation);
    sendJson(res, isNew ? 201 : 200, started(req, caller, 0));
  });

  const reconnect = opened((caller, req, res) => {
    const watermark = watermarkOf(req, caller.conversation);
    if (watermark === null) refuse(res, 400, 'bad-watermark');
    else sendJson(res, 200, started(req, caller, watermark));
  });

  const poll = opened(({ conversation }, req, res) => {
    const watermark = watermarkOf(req, conversation);
    if (watermark === null) refuse(res, 400, 'bad-watermark');
    else sendJsonText(res, 200, conversation.transcript.since(watermark)?.json ?? activitySet([], watermark));
  });

  /** Takes one of the messages of this minute, so that nobody fills the work list; writes nothing into the conversation. */
  function judge(conversation: LiveConversation, { feedback }: Incoming, res: Response): void {
    const waitMs = takeOne(conversation.messages, deps.limits.messagesPerMinute, deps.now());
    if (waitMs > 0) {
      refuseForNow(res, 429, waitMs);
      return;
    }
    if (feedback) deps.onFeedback?.(conversation, feedback);
    sendJson(res, 200, { id: '' });
  }

  const post = opened(async ({ conversation }, req, res) => {
    const incoming = parseIncoming(req.body);
    if (incoming === null) refuse(res, 400, 'bad-activity');
    else if (incoming.kind === 'end') {
      conversations.end(conversation, 1000);
      sendJson(res, 200, { id: '' });
    } else if (incoming.kind === 'feedback') judge(conversation, incoming, res);
    else if (incoming.kind === 'ignored') sendJson(res, 200, { id: '' });
    else {
      conversations.heard(conversation);
      const received = await receiver.receive(conversation, incoming);
      if (received.kind === 'accepted') sendJsonText(res, 200, received.body);
      else if (received.kind === 'busy') refuseForNow(res, 429, received.retryAfterMs, received.beside);
      else refuse(res, received.status, received.code, received.beside);
    }
  });

  const refresh = withToken(async ({ conversation, generation }, _req, res) => {
    conversations.renew(conversation, generation);
    sendJson(res, 200, await tokenBody(tokens, conversation, deps.now()));
  });

  server.post(`${BASE}/tokens/generate`, ...jsonBody(), generate);
  server.post(`${BASE}/tokens/refresh`, ...jsonBody(), refresh);
  server.post(`${BASE}/conversations`, ...jsonBody(), open);
  server.get(`${BASE}/conversations/:id`, reconnect);
  server.get(`${BASE}/conversations/:id/activities`, poll);
  server.post(`${BASE}/conversations/:id/activities`, ...jsonBody(), post);
  // No body is read here: an attachment never gets further than the socket.
  server.post(
    `${BASE}/conversations/:id/upload`,
    opened((_caller, _req, res) => {
      refuse(res, 501);
    }),
  );
  server.get(
    `${BASE}/session/getsessionid`,
    withToken((_caller, _req, res) => {
      sendJson(res, 200, { sessionId: '' });
    }),
  );
}

export async function tokenBody(tokens: Tokens, conversation: LiveConversation, now: Date) {
  const token = await tokens.sign({ conv: conversation.id, user: conversation.userId, gen: conversation.generation });
  return { conversationId: conversation.id, token, expires_in: secondsLeft(conversation, now) };
}

/** null on a route without a conversation in its path. */
function conversationIn(params: unknown): string | null {
  const path = z.object({ id: z.string().optional() }).safeParse(params);
  return path.success ? (path.data.id ?? null) : '';
}

function secondsLeft(conversation: LiveConversation, now: Date): number {
  return Math.max(0, Math.floor((conversation.expiresAt - now.getTime()) / 1000));
}

function watermarkOf(req: Request, conversation: LiveConversation): number | null {
  return parseWatermark(new URLSearchParams(req.getQuery()).get('watermark'), conversation.transcript.end());
}
