/** The outside world of the widget, so that a test can hold time and chance still. */
export interface Net {
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string): WebSocket;
  /** Runs once after so many ms; the answer cancels it. */
  later(ms: number, run: () => void): () => void;
  /** 0 <= n < 1 */
  random(): number;
  now(): number;
  newId(): string;
}

export const browserNet: Net = {
  fetch: (url, init) => fetch(url, init),
  openSocket: (url) => new WebSocket(url),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
  now: () => Date.now(),
  // randomUUID is missing on plain http outside localhost.
  newId: () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
};
