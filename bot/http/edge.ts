/** What every request passes before it finds its route: is it well-formed, may it come from there, what must the answer carry. */
import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Log } from '../log.ts';
import type { StaticFiles } from '../static.ts';
import { securityHeadersByPolicy } from './headers.ts';
import type { Origins } from './origins.ts';
import { PREFLIGHT_HEADERS } from './origins.ts';
import { CORRELATION_HEADER, refusalStatusOf, refuse, refuseForNow } from './respond.ts';

/** Paths that pages of other sites may ask for. */
const SHARED = /^\/(v3\/directline\/|widget)/;
const JSON_ONLY = /^\/(v3|api|health|ready)(\/|$)/;
const RETRY_MS = 5_000;

export interface EdgeDeps {
  readonly origins: Origins;
  readonly staticFiles: StaticFiles;
  readonly https: boolean;
  readonly log: Log;
  newId(): string;
  draining(): boolean;
}

export function mountEdge(server: Server, deps: EdgeDeps): void {
  const headersOf = securityHeadersByPolicy(deps.https);

  const prepare: RequestHandler = (req: Request, res: Response, next) => {
    res.setHeader(CORRELATION_HEADER, deps.newId());
    const path = pathOf(req);
    const policy = deps.staticFiles.get(path ?? '')?.policy ?? 'api';
    for (const [name, value] of headersOf[policy]) res.setHeader(name, value);
    if (path === null) {
      refuse(res, 400);
      next(false);
      return;
    }
    next(admit(req, res, path) ? undefined : false);
  };

  function admit(req: Request, res: Response, path: string): boolean {
    if (deps.draining()) {
      res.setHeader('Connection', 'close');
      if (path !== '/health' && path !== '/ready') {
        refuseForNow(res, 503, RETRY_MS);
        return false;
      }
    }
    if (!admitOrigin(req, res, path)) return false;
    if (JSON_ONLY.test(path) && !takesJson(req)) {
      refuse(res, 406);
      return false;
    }
    return true;
  }

  /** Handles preflights whole: true means that the request goes on to its route. */
  function admitOrigin(req: Request, res: Response, path: string): boolean {
    const shared = SHARED.test(path);
    if (shared) res.setHeader('Vary', 'Origin');
    const judged = deps.origins.judge(req.headers);
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (judged === 'refused' && (!reads || path.startsWith('/v3/directline/'))) {
      refuse(res, 403, 'origin-not-allowed');
      return false;
    }
    if (judged !== 'allowed' || !shared) return true;
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '');
    res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (req.method !== 'OPTIONS') return true;
    res.sendRaw(204, '', { ...PREFLIGHT_HEADERS });
    return false;
  }

  // restify does not catch what a handler throws at once: a single request could end the process.
  server.pre((req: Request, res: Response, next) => {
    try {
      prepare(req, res, next);
    } catch (error) {
      next(error);
    }
  });
  server.on('restifyError', (_req: Request, res: Response, error: unknown, done: () => void) => {
    const status = refusalStatusOf(error);
    const correlationId = String(res.getHeader(CORRELATION_HEADER) ?? '');
    if (status === 500) deps.log.error('request-failed', { correlationId, ...deps.log.faultOf(error) });
    if (!res.headersSent) refuse(res, status);
    done();
  });
  server.on('after', (req: Request, res: Response, route: { path?: unknown } | undefined) => {
    const { statusCode: status } = res;
    const fields = () => ({
      correlationId: String(res.getHeader(CORRELATION_HEADER) ?? ''),
      method: req.method ?? '',
      // The pattern, never the address itself: that holds ids and whatever a visitor typed.
      route: typeof route?.path === 'string' ? route.path : 'none',
      status,
      durationMs: Date.now() - req.time(),
    });
    // While it stops, a 503 is what was asked for.
    if (status >= 500 && !deps.draining()) deps.log.error('request', fields());
    else if (status >= 400) deps.log.info('request', fields());
    else deps.log.debug('request', fields);
  });
}

/** Who names no type takes everything; working out the others is left to restify. */
function takesJson(req: Request): boolean {
  const { accept } = req.headers;
  return accept === undefined || accept === '*/*' || accept === 'application/json' || req.accepts('application/json');
}

/** An address and a Host header that are as they look: nothing to decode, to fold or to cut off. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-]+)+$/;
const PLAIN_HOST = /^(?:127\.0\.0\.1|(?!.*xn--)[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*)(?::[1-5]?\d{1,4})?$/;

/** null for what restify would fall over: it builds a URL from the Host header outside any handler. */
function pathOf(req: Request): string | null {
  const url = req.url ?? '';
  if (!url.startsWith('/')) return null;
  // Most requests are so plain, and parsing them takes longer than answering them.
  if (PLAIN_PATH.test(url) && PLAIN_HOST.test(req.headers.host ?? '')) return url;
  try {
    return new URL(`http://${req.headers.host ?? 'localhost'}${url}`).pathname;
  } catch {
    // Not even an address. Asking `canParse` first would read every good one twice.
    return null;
  }
}
