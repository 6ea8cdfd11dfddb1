/** Plays the connector of the Agents Playground on this machine: a real server, so that a process of its own can reach it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What happens to the next cards: put in the chat or not, and answered or not. */
export type Handling = 'accept' | 'put-then-hang' | 'put-then-500' | 'drop';

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
export type LocalActivity = z.infer<typeof activity>;

export interface LocalConnector {
  readonly serviceUrl: string;
  chat(conversationId: string): readonly LocalActivity[];
  /** The next cards are treated like this, in order; what comes after them like the last. Everything else is accepted. */
  cards(...handling: readonly [Handling, ...Handling[]]): void;
  /** How many cards came in since the last `cards`. */
  cardsSeen(): number;
  stop(): Promise<void>;
}

const PATH = /^\/_connector\/v3\/conversations\/([^/]+)\/activities/;
const port = z.object({ port: z.number() });

export async function startLocalConnector(): Promise<LocalConnector> {
  const chats = new Map<string, LocalActivity[]>();
  let next: readonly Handling[] = ['accept'];
  let seen = 0;

  function handlingOf(sent: LocalActivity): Handling {
    if ((sent.attachments?.length ?? 0) === 0 || sent.summary !== 'Nieuwe escalatie, open de kaart') return 'accept';
    const handling = next[Math.min(seen, next.length - 1)] ?? 'accept';
    seen += 1;
    return handling;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = activity.parse(JSON.parse(await bodyOf(request)));
    const [, encoded = ''] = PATH.exec(request.url ?? '') ?? [];
    const conversation = decodeURIComponent(encoded);
    const handling = handlingOf(sent);
    if (handling === 'drop') {
      response.destroy();
      return;
    }
    const chat = chats.get(conversation) ?? [];
    chats.set(conversation, [...chat, sent]);
    if (handling === 'put-then-hang') return;
    response.writeHead(handling === 'accept' ? 201 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: `activity-${chat.length}` }));
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    serviceUrl: `http://127.0.0.1:${port.parse(server.address()).port}/_connector`,
    chat: (conversationId) => chats.get(conversationId) ?? [],
    cards(...handling) {
      next = handling;
      seen = 0;
    },
    cardsSeen: () => seen,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}
