/** The HTTP side of the house: one restify server, its routes, and how it comes up and goes down. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import type { Request, RequestHandler, Response, Server, ServerOptions } from 'restify';
import restify from 'restify';
import type { Config } from './config.ts';
import type { DirectLine } from './directline/direct-line.ts';
import { refuseUpgrade, streamUrlOf } from './directline/stream.ts';
import { clientIpKey } from './http/client-ip.ts';
import { mountEdge } from './http/edge.ts';
import { jsonBody } from './http/json-body.ts';
import { makeOrigins } from './http/origins.ts';
import { sendJson } from './http/respond.ts';
import type { Log } from './log.ts';
import type { StaticFiles } from './static.ts';
import { serveFile } from './static.ts';
import type { Timers } from './timers.ts';
import { within } from './timers.ts';

const SECURITY_TXT_DAYS = 180;
/** What is still open after the turns are done gets this long; see `drain`. */
const LAST_ANSWERS_MS = 1_500;

export interface ServerDeps {
  readonly config: Pick<
    Config,
    'host' | 'port' | 'publicUrl' | 'widgetOrigins' | 'trustedProxyHops' | 'securityContact'
  >;
  readonly log: Log;
  readonly directLine: DirectLine;
  readonly staticFiles: StaticFiles;
  readonly timers: Timers;
  /** POST /api/messages; its JSON body is read already, its signature is not checked. */
  readonly botMessages?: (req: Request, res: Response) => Promise<void>;
  /** Routes of the demo and of the tab. Put `...jsonBody()` in front of a route that takes a body. */
  readonly extraRoutes?: (server: Server) => void;
  ready(): boolean | Promise<boolean>;
  /** What stands beside "ready" for an operator: the state of the knowledge. */
  readyDetails?(): object;
  readonly now: () => Date;
  newId(): string;
}

export interface HttpServer {
  /** The address that a browser on this machine can open, without a slash at the end. */
  listen(): Promise<string>;
  /** /ready says 503 at once, nobody new is let in, turns in progress are finished, streams close with 1001. At most 10 s. */
  drain(): Promise<void>;
}

export function makeServer(deps: ServerDeps): HttpServer {
  const { config, log, directLine, timers } = deps;
  let draining = false;
  const server = silentServer();
  const port = () => portOf(server) ?? config.port;
  const origins = makeOrigins({ ...config, port });
  const https = config.publicUrl?.startsWith('https:') ?? false;
  bound(server);
  mountEdge(server, { ...deps, origins, https, draining: () => draining });
  mountProbes(
    server,
    () => (draining ? false : deps.ready()),
    () => deps.readyDetails?.() ?? {},
  );
  for (const [path, file] of deps.staticFiles) getAndHead(server, path, serveFile(file));
  if (config.securityContact !== null) mountSecurityTxt(server, config.securityContact, deps.now);
  directLine.routes(server, {
    ipKey: (req) => clientIpKey(req, config.trustedProxyHops),
    streamOrigin: (req) => config.publicUrl?.replace(/^http/, 'ws') ?? loopbackStream(req, port()),
  });
  if (deps.botMessages) server.post('/api/messages', ...jsonBody(), withResponse(deps.botMessages));
  deps.extraRoutes?.(server);
  server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nothing catches what leaves this listener: a single request could end the process.
    try {
      const url = streamUrlOf(req);
      if (draining) refuseUpgrade(socket, 503);
      else if (url === null) refuseUpgrade(socket, 400);
      else if (origins.judge(req.headers) !== 'allowed') refuseUpgrade(socket, 403);
      else directLine.upgrade(req, url, socket, head);
    } catch (error) {
      log.error('upgrade-failed', log.faultOf(error));
      refuseUpgrade(socket, 400);
    }
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        // restify passes errors of the socket on as its own; without a listener they would end the process.
        const refuseToStart = (cause: unknown) => {
          const reason = log.faultOf(cause).code ?? 'unknown';
          const address = `${config.host}:${config.port}`;
          reject(
            new Error(`Failed to listen on ${address}: ${String(reason)}. Choose another PORT or HOST.`, { cause }),
          );
        };
        server.once('error', refuseToStart);
        server.listen(config.port, config.host, () => {
          server.off('error', refuseToStart);
          server.on('error', (error: unknown) => {
            log.error('server-error', log.faultOf(error));
          });
          resolve(`http://${nameOf(config.host)}:${port()}`);
        });
      }),
    async drain() {
      draining = true;
      const closed = new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await directLine.close();
      await within(timers, LAST_ANSWERS_MS, closed);
      server.server.closeAllConnections();
    },
  };
}

/** restify's own log would write whole requests; ours writes one line of codes. Its typings still ask for bunyan. */
function silentServer(): Server {
  const options: ServerOptions = { name: '' };
  Object.assign(options, { log: pino({ level: 'silent' }) });
  return restify.createServer(options);
}

function bound(server: Server): void {
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 30_000;
  server.server.keepAliveTimeout = 5_000;
  server.server.maxHeadersCount = 100;
}

function mountProbes(server: Server, ready: () => boolean | Promise<boolean>, details: () => object): void {
  getAndHead(server, '/health', async (_req: Request, res: Response) => {
    sendJson(res, 200, { status: 'ok' });
    await Promise.resolve();
  });
  getAndHead(server, '/ready', async (_req: Request, res: Response) => {
    const isReady = await ready();
    // What is wrong inside is for the log: who asks hears only that it is not ready.
    if (isReady) sendJson(res, 200, { status: 'ready', ...details() });
    else sendJson(res, 503, { status: 'not-ready' });
  });
}

function mountSecurityTxt(server: Server, contact: string, now: () => Date): void {
  getAndHead(server, '/.well-known/security.txt', (_req: Request, res: Response, next) => {
    const expires = new Date(now().getTime() + SECURITY_TXT_DAYS * 24 * 60 * 60 * 1000).toISOString();
    const text = `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\n`;
    res.sendRaw(200, text, { 'Content-Type': 'text/plain; charset=utf-8' });
    next(false);
  });
}

function getAndHead(server: Server, path: string, handler: RequestHandler): void {
  server.get(path, handler);
  server.head(path, handler);
}

/** restify tells handlers apart by their number of parameters and by being async. */
function withResponse(handle: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return async (req: Request, res: Response) => {
    await handle(req, res);
  };
}

/** Only a name of this machine is repeated from the Host header. */
function loopbackStream(req: IncomingMessage, port: number): string {
  const { host = '' } = req.headers;
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  return `ws://${own.includes(host) ? host : `127.0.0.1:${port}`}`;
}

function portOf(server: Server): number | null {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : null;
}

/** An address to listen on everywhere is no address to go to. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
