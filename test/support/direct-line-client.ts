/** Two clients of the web channel: the real `botframework-directlinejs`, and bare calls for what that one never sends. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import type { Activity, DirectLine, DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { z } from 'zod';

type Library = {
  DirectLine: new (
    given: DirectLineOptions & { readonly WebSocket: unknown; readonly random: () => number },
  ) => DirectLine;
};
// The package is CommonJS in ESM clothes: its named exports exist at run time only.
const load: (name: string) => Library = createRequire(import.meta.url);

export interface RealClient {
  readonly line: DirectLine;
  readonly heard: Activity[];
  readonly sockets: WebSocket[];
  say(activity: object): Promise<string>;
  /** Waits until an activity passes, past or future. */
  hears(test: (activity: Activity) => boolean): Promise<Activity>;
  close(): void;
}

export function textOf(activity: Activity): string {
  return activity.type === 'message' ? (activity.text ?? '') : '';
}

/** Without its random wait: it reconnects after 3 s instead of up to 15. */
export function realClient(url: string, options: DirectLineOptions): RealClient {
  // The client takes both from the global scope, as in a browser.
  Object.assign(globalThis, { XMLHttpRequest: load('xhr2'), WebSocket });
  const library = load('botframework-directlinejs');
  const sockets: WebSocket[] = [];
  class OriginWebSocket extends WebSocket {
    constructor(address: string) {
      super(address, { origin: url });
      sockets.push(this);
    }
  }
  const line = new library.DirectLine({
    domain: `${url}/v3/directline`,
    ...options,
    WebSocket: OriginWebSocket,
    random: () => 0,
  });
  const heard: Activity[] = [];
  const waiting = new Set<() => void>();
  const subscription = line.activity$.subscribe((activity) => {
    heard.push(activity);
    for (const look of waiting) look();
  });
  return {
    line,
    heard,
    sockets,
    say: (activity) => line.postActivity({ type: 'message', from: { id: 'anyone' }, ...activity }).toPromise(),
    hears: (test) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(test);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close() {
      subscription.unsubscribe();
      line.end();
    },
  };
}

const answerBody = z.looseObject({ activities: z.array(z.looseObject({})).optional() });

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof answerBody>;
  readonly text: string;
}

export type CallOptions = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly json?: unknown;
};

export async function call(url: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { token, json, ...init } = options;
  const response = await fetch(url + path, {
    ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
    ...init,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...init.headers,
    },
  });
  const text = await response.text();
  const body = text.startsWith('{') ? answerBody.parse(JSON.parse(text)) : {};
  return { status: response.status, headers: response.headers, body, text };
}

export interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export async function openConversation(url: string, headers: Record<string, string> = {}): Promise<Opened> {
  const { body } = await call(url, '/v3/directline/tokens/generate', { method: 'POST', headers });
  const token = String(body.token);
  const opened = await call(url, '/v3/directline/conversations', { token, json: {} });
  return { conversationId: String(opened.body.conversationId), token, streamUrl: String(opened.body.streamUrl) };
}

export function post(url: string, { conversationId, token }: Opened, activity: object): Promise<Answer> {
  return call(url, `/v3/directline/conversations/${conversationId}/activities`, {
    token,
    json: { type: 'message', from: { id: 'anyone' }, ...activity },
  });
}

export function poll(url: string, { conversationId, token }: Opened, watermark = ''): Promise<Answer> {
  return call(
    url,
    `/v3/directline/conversations/${conversationId}/activities?watermark=${encodeURIComponent(watermark)}`,
    {
      token,
    },
  );
}

/** Polls until an activity passes; fails through the time limit of the test. */
export async function pollUntil(
  url: string,
  opened: Opened,
  test: (activities: Record<string, unknown>[]) => boolean,
): Promise<Record<string, unknown>[]> {
  for (;;) {
    const activities = (await poll(url, opened)).body.activities ?? [];
    if (test(activities)) return activities;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The status of a refused upgrade, or 101 with the open socket. */
export async function openStream(
  streamUrl: string,
  origin: string | null,
): Promise<{ status: number; socket: WebSocket }> {
  const socket = new WebSocket(streamUrl, origin === null ? {} : { origin });
  socket.on('error', () => undefined);
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => {
      resolve(101);
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
    });
  });
  if (status !== 101) socket.terminate();
  return { status, socket };
}

/** One request written by hand, as no client library would; the whole answer as text. */
export async function raw(url: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const chunks: string[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(request);
  await once(socket, 'close');
  return chunks.join('');
}
