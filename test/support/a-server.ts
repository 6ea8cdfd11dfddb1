/** A started server on a free port with an echo bot behind it; everything it needs can be replaced. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../../bot/config.ts';
import { makeDirectLine } from '../../bot/directline/direct-line.ts';
import type { Conversation, DirectLineDeps, IncomingActivity } from '../../bot/directline/types.ts';
import { defaultLimits } from '../../bot/directline/types.ts';
import type { Log } from '../../bot/log.ts';
import { makeLog } from '../../bot/log.ts';
import type { ServerDeps } from '../../bot/server.ts';
import { makeServer } from '../../bot/server.ts';
import { staticFile } from '../../bot/static.ts';
import type { Timers } from '../../bot/timers.ts';
import { WebAdapter } from '../../bot/web-adapter.ts';

export const FAILURE = 'Er ging iets mis. Bel het CJG.';
export const NUMBERS = 'Gevaar? Bel 112.';

export const realTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => {
      clearInterval(timer);
    };
  },
};

type DirectLineOptions = Partial<Omit<DirectLineDeps, 'limits'>> & {
  readonly limits?: Partial<DirectLineDeps['limits']>;
};

export interface AServerOptions {
  readonly config?: Partial<ServerDeps['config'] & Pick<Config, 'host'>>;
  readonly directLine?: DirectLineOptions;
  readonly server?: Partial<Omit<ServerDeps, 'config' | 'directLine' | 'log'>>;
}

export type AServer = Awaited<ReturnType<typeof aServer>>;

export async function aServer(options: AServerOptions = {}) {
  const clock = { now: new Date('2026-11-22T09:00:00.000Z') };
  const logged: string[] = [];
  const arrivals: { conversation: Conversation; activity: IncomingActivity }[] = [];
  const now = () => new Date(clock.now);
  const newId = () => randomBytes(16).toString('base64url');
  const log: Log = makeLog({ level: 'trace', stream: { write: (line: string) => logged.push(line) }, now });

  const directLine = makeDirectLine({
    key: randomBytes(32),
    log,
    timers: realTimers,
    allowPersonas: true,
    parentsMaySubmit: false,
    now,
    newId,
    maskText: (text) => text.replaceAll('111222333', '[nummer verwijderd]'),
    emergency: () => null,
    emergencyNumbers: () => ({ type: 'message', text: NUMBERS }),
    onEnd: () => undefined,
    onArrival: (conversation, activity) => {
      arrivals.push({ conversation, activity });
      return adapter.receive(conversation, activity, async (context) => {
        const { type, text } = context.activity;
        await context.sendActivity(type === 'message' ? `echo: ${text}` : 'welkom');
      });
    },
    ...options.directLine,
    limits: { ...defaultLimits, ...options.directLine?.limits },
  });
  const adapter = new WebAdapter({ directLine, log, failure: () => ({ type: 'message', text: FAILURE }) });
  const server = makeServer({
    log,
    directLine,
    timers: realTimers,
    staticFiles: new Map([
      ['/', staticFile(Buffer.from('<!doctype html><title>Regiewijzer</title>'), 'index.html')],
      ['/widget.js', staticFile(Buffer.from('void 0;'.repeat(500)), 'widget.js')],
    ]),
    ready: () => true,
    now,
    newId,
    ...options.server,
    config: {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      widgetOrigins: [],
      trustedProxyHops: 0,
      securityContact: null,
      ...options.config,
    },
  });
  const url = await server.listen().catch(async (error: unknown) => {
    await directLine.close();
    throw error;
  });
  return { url, clock, logged, log, arrivals, directLine, adapter, server, stop: () => server.drain() };
}
