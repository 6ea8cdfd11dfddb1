/**
 * A Direct Line server for widget tests: it answers what the test tells it to, and can be cut off. It also serves the
 * built widget and one page, under the strictest policy a municipality is likely to have.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { policy } from './strict-policy.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Scripted {
  readonly url: string;
  /** The same server under another origin, where the page stands for a municipality's own site. */
  readonly elsewhere: string;
  /** Bodies that were posted as activities, oldest first. */
  readonly posted: Json[];
  /** What the bot answers; the default is nothing. */
  answer: (activity: Json) => readonly Json[];
  /** Extra activities that only the POST itself carries. */
  answerInPost: (activity: Json) => readonly Json[];
  /** Every API call gets 503. */
  down: boolean;
  /** Upgrades are refused, so the widget has to poll. */
  withoutSockets: boolean;
  /** The token is no longer good. */
  expired: boolean;
  /** When set, the card chunk waits for it. */
  cardsHeldUntil: Promise<void> | null;
  readonly conversations: number;
  readonly requests: readonly string[];
  /** Says this in the newest conversation. */
  push(...activities: readonly Json[]): void;
  killSockets(): void;
  /** As after a restart: no conversation of before is known any more. */
  forget(): void;
  stop(): Promise<void>;
}

export interface ScriptedOptions {
  /** Folder of `buildWeb`. */
  readonly dist: string;
  /** What stands in front of the bundle. */
  readonly settings: Json;
  /** HTML inside the body of `/`; `{{chat}}` is the address of this server. */
  readonly page: string;
}

interface Conversation {
  readonly id: string;
  readonly log: Json[];
  readonly sockets: Set<WebSocket>;
}

export async function startScripted(options: ScriptedOptions): Promise<Scripted> {
  const conversations = new Map<string, Conversation>();
  const requests: string[] = [];
  let newest: Conversation | null = null;
  let count = 0;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const id = new URL(request.url ?? '/', 'http://local').searchParams.get('conversation') ?? '';
    const from = Number(new URL(request.url ?? '/', 'http://local').searchParams.get('watermark') ?? 0);
    const conversation = conversations.get(id);
    if (!conversation || scripted.withoutSockets || scripted.down) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      conversation.sockets.add(ws);
      ws.on('close', () => conversation.sockets.delete(ws));
      if (conversation.log.length > from) ws.send(frame(conversation, from));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://local');
    requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`);
    if (request.headers.origin === scripted.elsewhere) {
      response.setHeader('access-control-allow-origin', scripted.elsewhere);
      response.setHeader('access-control-allow-headers', 'authorization, content-type');
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    if (url.pathname.startsWith('/v3/') || url.pathname.startsWith('/demo/')) {
      const [status, body] = await api(request, url);
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
      return;
    }
    if (url.pathname === '/') servePage(request, response);
    else await serveFile(url.pathname, response);
  }

  function servePage(request: IncomingMessage, response: ServerResponse): void {
    const isElsewhere = `http://${request.headers.host ?? ''}` === scripted.elsewhere;
    const csp = isElsewhere
      ? policy(scripted.url, `${scripted.url} ${scripted.url.replace('http', 'ws')}`)
      : policy("'self'", "'self'");
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });
    response.end(`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${options.page.replaceAll('{{chat}}', scripted.url)}</body></html>`);
  }

  async function serveFile(path: string, response: ServerResponse): Promise<void> {
    if (path === '/widget-cards.js') await scripted.cardsHeldUntil;
    if (/^\/[a-z-]+\.(js|css|html)$/.test(path)) {
      const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
      const settings = path === '/widget.js' ? `const REGIE_SETTINGS=${JSON.stringify(options.settings)};` : '';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' });
      response.end(gzipSync(settings + readFileSync(join(options.dist, path), 'utf8')));
    } else {
      response.writeHead(404).end();
    }
  }

  async function api(request: IncomingMessage, url: URL): Promise<[number, Json]> {
    if (scripted.down) return [503, { error: { code: 'ServiceUnavailable' } }];
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const body = request.method === 'POST' ? parse(await read(request)) : {};
    if (url.pathname === '/v3/directline/tokens/generate') return [200, { token: 'first', expires_in: 1800 }];
    if (url.pathname === '/demo/token') return [200, begin()];
    if (url.pathname === '/v3/directline/conversations') return token === 'first' ? [201, begin()] : [403, {}];
    const conversation = conversations.get(token.replace('token-', ''));
    if (!conversation || scripted.expired) return [403, { error: { code: 'TokenExpired' } }];
    if (url.pathname === '/v3/directline/tokens/refresh') return [200, { token, expires_in: 1800 }];
    const from = Number(url.searchParams.get('watermark') ?? 0);
    if (url.pathname === `/v3/directline/conversations/${conversation.id}`) {
      return [200, { conversationId: conversation.id, token, streamUrl: streamUrl(conversation, from) }];
    }
    if (request.method === 'GET') return [200, parse(frame(conversation, from))];
    return [200, said(conversation, body)];
  }

  function begin(): Json {
    count += 1;
    const conversation: Conversation = { id: `c${count}`, log: [], sockets: new Set() };
    conversations.set(conversation.id, conversation);
    newest = conversation;
    const token = `token-${conversation.id}`;
    return { conversationId: conversation.id, token, expires_in: 1800, streamUrl: streamUrl(conversation, 0) };
  }

  function said(conversation: Conversation, body: Json): Json {
    scripted.posted.push(body);
    const id = `own-${conversation.id}-${conversation.log.length}`;
    if (body.type !== 'message') return { id };
    add(conversation, { ...body, id, from: { id: 'dl_1', role: 'user' } });
    for (const activity of scripted.answer(body)) add(conversation, activity);
    return { id, activities: scripted.answerInPost(body) };
  }

  function add(conversation: Conversation, activity: Json): void {
    const entry = {
      type: 'message',
      id: `bot-${conversation.id}-${conversation.log.length}`,
      from: { id: 'bot', role: 'bot' },
      ...activity,
    };
    conversation.log.push(entry);
    for (const socket of conversation.sockets) socket.send(frame(conversation, conversation.log.length - 1));
  }

  const streamUrl = (conversation: Conversation, from: number) =>
    `${scripted.url.replace('http', 'ws')}/stream?conversation=${conversation.id}&watermark=${from}`;

  const scripted: Scripted & { url: string; elsewhere: string } = {
    url: '',
    elsewhere: '',
    posted: [],
    answer: () => [],
    answerInPost: () => [],
    down: false,
    withoutSockets: false,
    expired: false,
    cardsHeldUntil: null,
    get conversations() {
      return count;
    },
    requests,
    push: (...activities) => {
      if (!newest) throw new Error('Failed to push: no conversation was started. Open the widget first.');
      for (const activity of activities) add(newest, activity);
    },
    killSockets: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    forget: () => {
      conversations.clear();
    },
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('Failed to listen: no port was given.');
  scripted.url = `http://127.0.0.1:${address.port}`;
  scripted.elsewhere = `http://localhost:${address.port}`;
  return scripted;
}

function frame(conversation: Conversation, from: number): string {
  return JSON.stringify({ activities: conversation.log.slice(from), watermark: String(conversation.log.length) });
}

async function read(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let all = '';
  for await (const part of request) all += String(part);
  return all;
}

function parse(json: string): Json {
  const value: unknown = JSON.parse(json === '' ? '{}' : json);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** A text of the bot as it looks on the wire. */
export function botText(text: string, more: Json = {}): Json {
  return { text, textFormat: 'plain', ...more };
}

export function botChoices(...titles: readonly string[]): Json {
  return { suggestedActions: { to: [], actions: titles.map((title) => ({ type: 'imBack', title, value: title })) } };
}

export function botCard(content: Json, summary = 'Een formulier'): Json {
  return { summary, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
