/** One conversation over Direct Line 3.0: begin or resume, say, hear, renew the token, end. */
import type { Judgement } from './feedback.ts';
import type { Net } from './net.ts';
import { makeRequests } from './requests.ts';
import type { Saved, Session } from './session.ts';
import type { Stream } from './stream.ts';
import { makeStream } from './stream.ts';
import type { Message } from './wire.ts';
import { parseMessages, parseWatermark, record, word } from './wire.ts';

const RENEW_AT_MOST_MS = 15 * 60_000;
const RENEW_AFTER_RESUME_MS = 60_000;
const RETRY_MS = 30_000;

export type LineState = 'connecting' | 'online' | 'offline' | 'ended';

export interface LineOptions {
  /** Address of the server, without a path. */
  readonly base: string;
  /** Where a demo identity gets its conversation; null for the public. */
  readonly tokenUrl: string | null;
  readonly persona: string | null;
  readonly net: Net;
  readonly session: Session;
  onMessages(messages: readonly Message[], replay: boolean): void;
  onState(state: LineState): void;
}

export interface Line {
  open(): void;
  /** False when it did not arrive; sending the same `clientId` again is safe. */
  say(said: { readonly text: string; readonly value?: unknown; readonly clientId: string }): Promise<boolean>;
  /** Tells whether an answer helped. Nobody waits for it: one that is lost is no loss. */
  judge(judgement: Judgement): Promise<void>;
  hurry(): void;
  /** Leaves the conversation and forgets it. */
  end(): void;
  /** Stops listening; the conversation can be resumed. */
  close(): void;
}

export function makeLine(options: LineOptions): Line {
  const { net, session } = options;
  const requests = makeRequests(net);
  const api = `${options.base}/v3/directline`;
  let current: Saved | null = null;
  let watermark: string | null = null;
  let closed = false;
  let begun: Promise<boolean> = Promise.resolve(false);
  let attempts = 0;
  let waiting = false;
  let cancelTimer = (): void => undefined;
  let cancelRenewal = (): void => undefined;
  let stream: Stream | null = null;

  const conversationUrl = (rest: string) =>
    `${api}/conversations/${encodeURIComponent(current?.conversationId ?? '')}${rest}`;
  const after = () => (watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`);

  function keep(body: unknown): string | null {
    const answer = record(body);
    const token = word(answer.token);
    const conversationId = word(answer.conversationId) || (current?.conversationId ?? '');
    if (token !== '' && conversationId !== '') {
      current = { token, conversationId };
      requests.setToken(token);
      session.save(current);
      const seconds = typeof answer.expires_in === 'number' ? answer.expires_in : null;
      if (seconds !== null) renewIn(Math.min(RENEW_AT_MOST_MS, seconds * 500));
    }
    const url = word(answer.streamUrl);
    // Direct Line answers wss:, a development server may answer http: or a path.
    return url === '' ? null : new URL(url, options.base).href.replace(/^http/, 'ws');
  }

  function received(body: unknown, replay = false): void {
    watermark = parseWatermark(body) ?? watermark;
    const messages = parseMessages(body);
    if (messages.length > 0) options.onMessages(messages, replay);
  }

  function ended(): void {
    if (closed) return;
    close();
    session.clear();
    options.onState('ended');
  }

  function listen(url: string | null): void {
    stream = makeStream({
      net,
      streamUrl: async () => {
        const answer = await requests.send({ method: 'GET', url: conversationUrl(after()) });
        if (answer.kind !== 'ok') return answer;
        const fresh = keep(answer.body);
        return fresh === null ? { kind: 'failed' } : { kind: 'ok', url: fresh };
      },
      poll: () => requests.send({ method: 'GET', url: conversationUrl(`/activities${after()}`) }),
      received,
      state: (state) => {
        if (state === 'ended') ended();
        else options.onState(state);
      },
    });
    stream.run(url);
  }

  async function begin(): Promise<boolean> {
    const started = options.tokenUrl
      ? await requests.send({ method: 'POST', url: options.tokenUrl, body: { persona: options.persona } })
      : await beginAsPublic();
    if (closed) return false;
    const url = started.kind === 'ok' ? keep(started.body) : null;
    if (started.kind !== 'ok' || current === null) return again();
    // A server may send its greeting along: one round trip less on a slow phone.
    received(started.body);
    listen(url);
    return true;
  }

  async function beginAsPublic() {
    const generated = await requests.send({ method: 'POST', url: `${api}/tokens/generate`, body: {} });
    if (generated.kind !== 'ok') return generated;
    requests.setToken(word(record(generated.body).token));
    return requests.send({ method: 'POST', url: `${api}/conversations`, body: { locale: 'nl-NL' } });
  }

  async function resume(saved: Saved): Promise<boolean> {
    current = saved;
    requests.setToken(saved.token);
    const answer = await requests.send({ method: 'GET', url: conversationUrl('/activities') });
    if (closed) return false;
    if (answer.kind === 'ended') {
      ended();
      return false;
    }
    if (answer.kind === 'failed') return again();
    renewIn(RENEW_AFTER_RESUME_MS);
    received(answer.body, true);
    listen(null);
    return true;
  }

  function again(): boolean {
    attempts += 1;
    waiting = true;
    options.onState('offline');
    cancelTimer = net.later(Math.min(RETRY_MS, 1000 * 2 ** attempts) * (0.5 + net.random() / 2), attempt);
    return false;
  }

  function attempt(): void {
    cancelTimer();
    waiting = false;
    const saved = session.load();
    requests.setToken('');
    begun = saved ? resume(saved) : begin();
  }

  function renewIn(ms: number): void {
    cancelRenewal();
    cancelRenewal = net.later(ms, () => {
      const done = requests.send({ method: 'POST', url: `${api}/tokens/refresh`, renews: true }).then((answer) => {
        if (answer.kind === 'ended') ended();
        else if (answer.kind === 'failed') renewIn(RETRY_MS);
        else keep(answer.body);
      });
      requests.renewing(done);
    });
  }

  function close(): void {
    closed = true;
    cancelTimer();
    cancelRenewal();
    stream?.stop();
  }

  return {
    open: () => {
      options.onState('connecting');
      attempt();
    },
    async say({ text, value, clientId }) {
      if (!(await begun) || closed) return false;
      const activity = {
        type: 'message',
        ...(value === undefined ? { text, textFormat: 'plain' } : { value }),
        locale: 'nl-NL',
        from: { id: 'user', role: 'user' },
        channelData: { clientActivityID: clientId },
      };
      const answer = await requests.send({ method: 'POST', url: conversationUrl('/activities'), body: activity });
      if (answer.kind === 'ended') ended();
      if (answer.kind !== 'ok') return false;
      received({ activities: record(answer.body).activities });
      return true;
    },
    async judge(value) {
      if (!(await begun) || closed) return;
      const body = { type: 'event', name: 'regie/feedback', value, from: { id: 'user', role: 'user' } };
      await requests.send({ method: 'POST', url: conversationUrl('/activities'), body });
    },
    hurry: () => {
      if (waiting && !closed) attempt();
      else stream?.hurry();
    },
    end: () => {
      if (current && !closed) {
        const body = { type: 'endOfConversation', from: { id: 'user', role: 'user' } };
        void requests.send({ method: 'POST', url: conversationUrl('/activities'), body, keepalive: true });
      }
      close();
      session.clear();
    },
    close,
  };
}
