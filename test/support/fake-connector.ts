/** Plays the connector of Teams behind https://smba.trafficmanager.net: scripted answers, and what the person sees of them. */
import nock from 'nock';
import { z } from 'zod';

export type Scripted =
  | { readonly kind: 'accept' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly code?: string;
    }
  /** The message is put in the chat and then this happens: the answer gets lost. */
  | { readonly kind: 'accept-then-status'; readonly status: number }
  | { readonly kind: 'accept-then-reset' }
  | { readonly kind: 'accept-then-hang'; readonly ms: number }
  /** The connection fails with this code. */
  | { readonly kind: 'fail'; readonly code: string; readonly message?: string };

export interface Sent {
  readonly path: string;
  readonly method: string;
  readonly authorization: string;
  readonly activity: SentActivity;
}

const sentActivity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
export type SentActivity = z.infer<typeof sentActivity>;

export interface FakeConnector {
  /** Every request that reached the connector. */
  readonly requests: Sent[];
  /** What stands in the chat, by conversation. */
  seen(conversationId: string): readonly SentActivity[];
  /** The next answers, in order; after them everything is accepted. */
  script(...answers: readonly Scripted[]): void;
  stop(): void;
}

const HOST = 'https://smba.trafficmanager.net';
const PATH = /^\/emea\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

export function startConnector(): FakeConnector {
  const requests: Sent[] = [];
  const chats = new Map<string, { id: string; activity: SentActivity }[]>();
  const hanging = new Set<NodeJS.Timeout>();
  let answers: Scripted[] = [];
  let count = 0;

  const put = (method: string, uri: string, activity: SentActivity): string => {
    const [, encoded = '', replaced] = PATH.exec(uri) ?? [];
    const conversation = decodeURIComponent(encoded);
    const chat = chats.get(conversation) ?? [];
    chats.set(conversation, chat);
    const id = method === 'PUT' && replaced !== undefined ? decodeURIComponent(replaced) : `activity-${(count += 1)}`;
    const at = chat.findIndex((one) => one.id === id);
    if (at >= 0) chat[at] = { id, activity };
    else chat.push({ id, activity });
    return id;
  };

  async function answer(request: Request): Promise<nock.ReplyFnResult> {
    const activity = sentActivity.parse(await request.json());
    const { method } = request;
    const uri = new URL(request.url).pathname;
    requests.push({ path: uri, method, authorization: request.headers.get('authorization') ?? '', activity });
    const [next = { kind: 'accept' as const }, ...later] = answers;
    answers = later;
    if (next.kind === 'fail') throw networkFault(next.code, next.message);
    if (next.kind === 'status') {
      const error = { error: { code: next.code ?? 'Fault', message: 'scripted' } };
      return [next.status, error, next.headers ?? {}];
    }
    const id = put(method, uri, activity);
    if (next.kind === 'accept-then-reset') throw networkFault('ECONNRESET', 'socket hang up');
    if (next.kind === 'accept-then-hang') {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, next.ms);
        timer.unref();
        hanging.add(timer);
      });
    }
    return next.kind === 'accept-then-status' ? [next.status, 'lost'] : [201, { id }];
  }

  const scope = nock(HOST).persist();
  for (const method of ['POST', 'PUT']) scope.intercept(PATH, method).reply((request: Request) => answer(request));

  return {
    requests,
    seen: (conversationId) => (chats.get(conversationId) ?? []).map(({ activity }) => activity),
    script(...next) {
      answers = [...next];
    },
    stop() {
      for (const timer of hanging) clearTimeout(timer);
    },
  };
}

function networkFault(code: string, message = `${code} scripted`): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
