/** Reads a request body as JSON, with a bound on its size, its depth and its encoding, and never into a prototype. */
import type { Request, RequestHandler, Response } from 'restify';
import restify from 'restify';
import { refuse } from './respond.ts';

export const MAX_BODY_BYTES = 64 * 1024;
const MAX_DEPTH = 64;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);
const CODE = {
  quote: 0x22,
  backslash: 0x5c,
  opensList: 0x5b,
  closesList: 0x5d,
  opensObject: 0x7b,
  closesObject: 0x7d,
} as const;
const MEDIA_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Handlers to put in front of a route that takes JSON; `req.body` is undefined when nothing was sent. */
export function jsonBody(): RequestHandler[] {
  return [gate, restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES }), parse];
}

/** Before reading: the reader of restify counts gzip by its packed size and skips multipart, so neither gets that far. */
const gate: RequestHandler = (req, res, next) => {
  if (isReadable(req)) {
    next();
    return;
  }
  refuse(res, 415);
  next(false);
};

function isReadable({ headers }: Request): boolean {
  const isEmpty = Number(headers['content-length'] ?? 0) === 0 && headers['transfer-encoding'] === undefined;
  return isEmpty || (headers['content-encoding'] === undefined && MEDIA_TYPE.test(headers['content-type'] ?? ''));
}

const parse: RequestHandler = (req: Request, res: Response, next) => {
  const raw: unknown = req.body;
  req.body = undefined;
  if (typeof raw !== 'string' || raw === '') {
    next();
    return;
  }
  const parsed = parseBounded(raw);
  if (parsed === null) {
    refuse(res, 400);
    next(false);
    return;
  }
  req.body = parsed.value;
  next();
};

/** `null` for anything that is no JSON or nests too deep. */
export function parseBounded(raw: string): { readonly value: unknown } | null {
  if (mayBeTooDeep(raw) && isTooDeep(raw)) return null;
  try {
    if (!mayHoldPoison(raw)) return { value: JSON.parse(raw) };
    return { value: JSON.parse(raw, (key, value: unknown) => (POISON.has(key) ? undefined : value)) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Hardly any body does, and looking at every key takes ten times as long. A key can also be written with escapes. */
function mayHoldPoison(raw: string): boolean {
  return raw.includes('\\u') || [...POISON].some((key) => raw.includes(key));
}

/** Too few brackets in all, wherever they stand, can't nest too deep; hardly any body has more. */
function mayBeTooDeep(raw: string): boolean {
  let left = MAX_DEPTH;
  for (const bracket of ['{', '['])
    for (let at = raw.indexOf(bracket); at >= 0; at = raw.indexOf(bracket, at + 1)) if ((left -= 1) < 0) return true;
  return false;
}

/** Counts brackets outside strings: the reviver above recurses, so the depth has to be known before. */
function isTooDeep(raw: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < raw.length; index += 1) {
    const char = raw.charCodeAt(index);
    if (inString) {
      if (char === CODE.backslash) index += 1;
      else if (char === CODE.quote) inString = false;
    } else if (char === CODE.quote) inString = true;
    else if (char === CODE.opensObject || char === CODE.opensList) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (char === CODE.closesObject || char === CODE.closesList) depth -= 1;
  }
  return false;
}
