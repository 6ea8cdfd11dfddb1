/** The stream down: a WebSocket that is opened once with a ticket and then carries what was said since a watermark. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { within } from '../timers.ts';
import type { Conversations, LiveConversation, Reader } from './conversations.ts';
import { parseWatermark } from './transcript.ts';
import type { DirectLineDeps } from './types.ts';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;
const MAX_FRAME = 16 * 1024;
const MAX_BUFFERED = 1024 * 1024;
const PING_MS = 30_000;
const CLOSE_MS = 1_000;

export interface Stream {
  /** Path and query of a stream that can be opened once, within the life of the ticket. */
  ticketPath(conversation: LiveConversation, watermark: number): string;
  readonly upgrade: (req: IncomingMessage, url: URL, socket: Duplex, head: Buffer) => void;
  sockets(): number;
  /** Resolves when every socket is closed, by its client or after a second by us. */
  close(): Promise<void>;
}

/** The one reading of what an upgrade asks for; null for anything but the path of a stream. */
export function streamUrlOf({ url = '' }: IncomingMessage): URL | null {
  const whole = `http://stream.invalid${url}`;
  if (!url.startsWith('/v3/') || !URL.canParse(whole)) return null;
  const parsed = new URL(whole);
  return STREAM_PATH.test(parsed.pathname) ? parsed : null;
}

export function makeStream(deps: DirectLineDeps, conversations: Conversations): Stream {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const answering = new Map<WebSocket, boolean>();
  const stopPings = deps.timers.every(PING_MS, () => {
    for (const [socket, answered] of answering) {
      if (!answered) socket.terminate();
      answering.set(socket, false);
      socket.ping();
    }
  });

  function admit(url: URL): { conversation: LiveConversation; watermark: number } | null {
    const conversation = conversations.get(STREAM_PATH.exec(url.pathname)?.[1] ?? '');
    const ticket = url.searchParams.get('t') ?? '';
    const endsAt = conversation?.tickets.get(ticket);
    if (!conversation || endsAt === undefined) return null;
    conversation.tickets.delete(ticket);
    const watermark = parseWatermark(url.searchParams.get('watermark'), conversation.transcript.end());
    return deps.now().getTime() > endsAt || watermark === null ? null : { conversation, watermark };
  }

  function attach(socket: WebSocket, conversation: LiveConversation, watermark: number): void {
    const reader = readerOf(socket, conversation, watermark);
    makeRoom(conversation.readers, deps.limits.socketsPerConversation);
    conversation.readers.add(reader);
    answering.set(socket, true);
    socket.on('pong', () => answering.set(socket, true));
    // Clients send empty frames to see whether the line is open; nothing else is expected on the way up.
    socket.on('message', () => answering.set(socket, true));
    socket.on('error', (error) => {
      deps.log.warn('stream-error', deps.log.faultOf(error));
    });
    socket.on('close', () => {
      conversation.readers.delete(reader);
      answering.delete(socket);
    });
    reader.wake();
  }

  return {
    ticketPath(conversation, watermark) {
      const { tickets } = conversation;
      const oldest = tickets.keys().next();
      if (tickets.size >= deps.limits.socketsPerConversation && !oldest.done) tickets.delete(oldest.value);
      const ticket = deps.newId();
      tickets.set(ticket, deps.now().getTime() + deps.limits.ticketMs);
      return `/v3/directline/conversations/${conversation.id}/stream?watermark=${watermark}&t=${ticket}`;
    },
    upgrade(req, url, socket, head) {
      const admitted = admit(url);
      if (admitted === null) {
        refuseUpgrade(socket, 403);
        return;
      }
      server.handleUpgrade(req, socket, head, (webSocket) => {
        attach(webSocket, admitted.conversation, admitted.watermark);
      });
    },
    sockets: () => answering.size,
    async close() {
      stopPings();
      const open = [...answering.keys()];
      const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of open) socket.close(1001, 'restart: reconnect in a few seconds');
      if ((await within(deps.timers, CLOSE_MS, Promise.all(closed))) === 'in-time') return;
      for (const socket of open) socket.terminate();
    },
  };
}

function readerOf(socket: WebSocket, conversation: LiveConversation, watermark: number): Reader {
  let position = watermark;
  return {
    wake() {
      // A reader that does not read is cut off; it comes back with its watermark and loses nothing.
      if (socket.bufferedAmount > MAX_BUFFERED) {
        socket.terminate();
        return;
      }
      const news = conversation.transcript.since(position);
      if (news === null || socket.readyState !== socket.OPEN) return;
      position = news.watermark;
      socket.send(news.json);
    },
    close(code) {
      socket.close(code);
    },
  };
}

function makeRoom(readers: Set<Reader>, most: number): void {
  const oldest = readers.values().next();
  if (readers.size < most || oldest.done) return;
  readers.delete(oldest.value);
  oldest.value.close(1000);
}

export function refuseUpgrade(socket: Duplex, status: 400 | 403 | 503): void {
  const reasons = { 400: 'Bad Request', 403: 'Forbidden', 503: 'Service Unavailable' };
  // The other side may be gone already; there is nobody to tell.
  socket.once('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
