/** What comes down: a WebSocket while it works, polling where a network lets none through. */
import type { Net } from './net.ts';
import type { Answer } from './requests.ts';

const KEEP_ALIVE_MS = 20_000;
const POLL_MS = 2_000;
const MAX_WAIT_MS = 30_000;
/** Sockets that never opened before we poll instead. */
const SOCKETS_TO_TRY = 2;

export type StreamAddress =
  | { readonly kind: 'ok'; readonly url: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed' };

export interface StreamPorts {
  readonly net: Net;
  /** A fresh stream address that continues after what was received. */
  streamUrl(): Promise<StreamAddress>;
  poll(): Promise<Answer>;
  received(body: unknown): void;
  state(state: 'online' | 'offline' | 'ended'): void;
}

export interface Stream {
  /** Starts with this address, or asks for one. */
  run(url: string | null): void;
  /** Tries now what waited for its turn. */
  hurry(): void;
  stop(): void;
}

export function makeStream(ports: StreamPorts): Stream {
  let stopped = false;
  let failures = 0;
  let deadSockets = 0;
  let socket: WebSocket | null = null;
  let next: { run: () => void; cancel: () => void } | null = null;

  function wait(ms: number, run: () => void): void {
    next?.cancel();
    const go = () => {
      next = null;
      if (!stopped) run();
    };
    next = { run: go, cancel: ports.net.later(ms, go) };
  }

  /** Doubles, with chance in it, so that a restarted server isn't met by everybody at once. */
  function backOff(run: () => void): void {
    failures += 1;
    if (failures > 1) ports.state('offline');
    wait(Math.min(MAX_WAIT_MS, 500 * 2 ** failures) * (0.5 + ports.net.random() / 2), run);
  }

  function works(): void {
    failures = 0;
    ports.state('online');
  }

  async function reconnect(): Promise<void> {
    const answer = await ports.streamUrl();
    if (stopped) return;
    if (answer.kind === 'ended') ports.state('ended');
    else if (answer.kind === 'failed') backOff(() => void reconnect());
    else connect(answer.url);
  }

  function connect(url: string): void {
    if (deadSockets >= SOCKETS_TO_TRY) {
      void poll();
      return;
    }
    let opened = false;
    const current = ports.net.openSocket(url);
    socket = current;
    let cancelPing = (): void => undefined;
    const ping = () => {
      cancelPing = ports.net.later(KEEP_ALIVE_MS, () => {
        current.send('');
        ping();
      });
    };
    current.onopen = () => {
      opened = true;
      deadSockets = 0;
      works();
      ping();
    };
    current.onmessage = (event: MessageEvent<unknown>) => {
      if (!stopped && typeof event.data === 'string' && event.data !== '') ports.received(JSON.parse(event.data));
    };
    current.onclose = () => {
      cancelPing();
      if (stopped || socket !== current) return;
      if (!opened) deadSockets += 1;
      backOff(() => void reconnect());
    };
  }

  async function poll(): Promise<void> {
    const answer = await ports.poll();
    if (stopped) return;
    if (answer.kind === 'ended') {
      ports.state('ended');
    } else if (answer.kind === 'failed') {
      backOff(() => void poll());
    } else {
      works();
      ports.received(answer.body);
      wait(POLL_MS, () => void poll());
    }
  }

  return {
    run: (url) => {
      if (url === null) void reconnect();
      else connect(url);
    },
    hurry: () => {
      const waiting = next;
      if (!waiting) return;
      waiting.cancel();
      waiting.run();
    },
    stop: () => {
      stopped = true;
      next?.cancel();
      socket?.close();
    },
  };
}
