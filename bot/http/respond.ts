/** The only ways an answer leaves the HTTP side: JSON of ours, or a fixed refusal without a word of what went wrong inside. */
import type { Response } from 'restify';

/** Set on every answer by the server; also what a person quotes to an administrator. */
export const CORRELATION_HEADER = 'X-Correlation-Id';

const REFUSALS = {
  400: ['bad-request', 'The request was not understood.'],
  403: ['forbidden', 'This request is not allowed.'],
  404: ['not-found', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'This method is not allowed here.'],
  406: ['not-acceptable', 'This address answers in application/json only.'],
  408: ['timeout', 'The request took too long to arrive.'],
  413: ['too-large', 'The request is too large.'],
  415: ['unsupported-media-type', 'Send application/json in UTF-8 without content encoding.'],
  429: ['too-many', 'Too many requests. Try again later.'],
  500: ['internal', 'Something went wrong. Report the correlationId to the administrator.'],
  501: ['not-implemented', 'This is not offered here.'],
  503: ['unavailable', 'The service is not available now. Try again later.'],
} as const satisfies Record<number, readonly [string, string]>;

export type RefusalStatus = keyof typeof REFUSALS;

export function sendJson(res: Response, status: number, body: object): void {
  sendJsonText(res, status, JSON.stringify(body));
}

/** For bodies that are kept as JSON already. */
export function sendJsonText(res: Response, status: number, json: string): void {
  res.sendRaw(status, json, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(json)),
  });
}

/** `code` tells cases of one status apart for a client; it is a fixed word. `beside` is more for the body, as fixed. */
export function refuse(res: Response, status: RefusalStatus, code?: string, beside: object = {}): void {
  const [standard, message] = REFUSALS[status];
  const correlationId = res.getHeader(CORRELATION_HEADER) ?? null;
  sendJson(res, status, { error: { code: code ?? standard, message }, correlationId, ...beside });
}

export function refuseForNow(res: Response, status: 429 | 503, retryAfterMs: number, beside?: object): void {
  res.setHeader('Retry-After', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  refuse(res, status, undefined, beside);
}

/** The nearest refusal for a thrown thing; whatever has no known status is our own fault. */
export function refusalStatusOf(error: unknown): RefusalStatus {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  const status = error.statusCode;
  return isRefusalStatus(status) ? status : 500;
}

function isRefusalStatus(status: unknown): status is RefusalStatus {
  return typeof status === 'number' && status in REFUSALS;
}
