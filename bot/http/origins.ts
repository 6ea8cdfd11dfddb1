/** Which sites may talk to this server from a browser: an exact list, never a pattern, never what the caller says. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Origins {
  /** `none`: no browser, or a page of the same origin that sends no Origin header. */
  judge(headers: IncomingHttpHeaders): 'allowed' | 'refused' | 'none';
}

export interface OriginSources {
  readonly publicUrl: string | null;
  readonly widgetOrigins: readonly string[];
  /** The port on which is listened; asked late, because port 0 becomes a real one only then. */
  readonly port: () => number;
}

export function makeOrigins({ publicUrl, widgetOrigins, port }: OriginSources): Origins {
  const fixed = new Set([...widgetOrigins, ...(publicUrl === null ? [] : [publicUrl])]);
  // Over loopback the own origin has three names. A Host header is no proof of anything: see DNS rebinding.
  const isOwnLoopback = (origin: string) =>
    publicUrl === null && ['127.0.0.1', 'localhost', '[::1]'].some((host) => origin === `http://${host}:${port()}`);
  return {
    judge({ origin }) {
      if (origin === undefined) return 'none';
      return fixed.has(origin) || isOwnLoopback(origin) ? 'allowed' : 'refused';
    },
  };
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '600',
};
