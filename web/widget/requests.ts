/** Direct Line's REST calls with the token that is valid now. */
import type { Net } from './net.ts';

const TIMEOUT_MS = 15_000;

export type Answer =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** The conversation is over, or its token is: Direct Line says 403 or 404. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed' };

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  /** Goes out even when the page is left at once. */
  readonly keepalive?: boolean;
  /** The renewal itself never waits for a renewal. */
  readonly renews?: boolean;
}

export interface Requests {
  send(call: Call): Promise<Answer>;
  setToken(token: string): void;
  /** While a token is being renewed the old one may already be refused; calls refused meanwhile are sent once more. */
  renewing(done: Promise<unknown>): void;
}

export function makeRequests(net: Net): Requests {
  let token = '';
  let renewal: Promise<unknown> = Promise.resolve();

  async function once(call: Call): Promise<Response | null> {
    const stop = new AbortController();
    const cancel = net.later(TIMEOUT_MS, () => {
      stop.abort();
    });
    try {
      return await net.fetch(call.url, {
        method: call.method,
        headers: {
          ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        keepalive: call.keepalive ?? false,
        signal: stop.signal,
      });
    } catch {
      return null;
    } finally {
      cancel();
    }
  }

  return {
    async send(call) {
      const used = token;
      let response = await once(call);
      if (response?.status === 403 && !call.renews) {
        await renewal;
        if (token !== used) response = await once(call);
      }
      if (response === null) return { kind: 'failed' };
      if (response.status === 403 || response.status === 404) return { kind: 'ended' };
      if (!response.ok) return { kind: 'failed' };
      const body: unknown = await response.json().catch(() => null);
      return { kind: 'ok', body };
    },
    setToken: (next) => {
      token = next;
    },
    renewing: (done) => {
      renewal = done;
    },
  };
}
