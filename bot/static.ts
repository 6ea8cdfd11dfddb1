/**
 * The files that a browser may have: a list made at the start, held in memory. What is not on the list does not exist,
 * whatever a path looks like.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'restify';
import type { HeaderPolicy } from './http/headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
const REQUIRED = ['index.html', 'widget.js', 'widget-cards.js'];
const FOR_EVER = 'public, max-age=31536000, immutable';

export interface StaticFile {
  readonly body: Buffer;
  /** null where packing does not make it smaller. */
  /** Packed at the first request that asks for it; null when that would not make it smaller. */
  gzip(): Buffer | null;
  readonly type: string;
  readonly etag: string;
  /** First twelve hex digits of the SHA-256: an address with `?v=` and this never changes. */
  readonly version: string;
  readonly policy: HeaderPolicy;
}

/** By path, e.g. `/widget.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** `name` decides the kind by its end; a path like `/tab.html` will do. */
export function staticFile(body: Buffer, name: string): StaticFile {
  // Not `extname`: to that one `/.html` is a hidden file without an extension.
  const extension = /\.\w+$/.exec(name)?.[0] ?? '';
  let packed: Buffer | undefined;
  const digest = createHash('sha256').update(body).digest('hex');
  return {
    body,
    gzip() {
      packed ??= gzipSync(body, { level: 9 });
      return packed.length < body.length ? packed : null;
    },
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${digest.slice(0, 32)}"`,
    version: digest.slice(0, 12),
    policy: extension === '.html' ? (/(^|\/)tab\.html$/.test(name) ? 'tab' : 'page') : 'asset',
  };
}

/**
 * Reads the built browser files of one folder: `index.html` is `/`, another page loses its `.html`, the rest keeps its
 * name. Files of the demo exist only with `demo`. Throws when the folder was not built.
 */
export async function readStaticFiles(folder: string, options: { readonly demo: boolean }): Promise<StaticFiles> {
  const names = await namesIn(folder);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(`Failed to read the browser files: ${missing.join(', ')} missing. Build web/ first.`);
  const served = names.filter((name) => extname(name) in TYPES && (options.demo || !/^demo\b/.test(name)));
  const files = served.map(
    async (name): Promise<[string, StaticFile]> => [
      routeOf(name),
      staticFile(await readFile(join(folder, name)), name),
    ],
  );
  return new Map(await Promise.all(files));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (cause) {
    throw new Error('Failed to read the browser files: the folder can not be read. Build web/ first.', { cause });
  }
}

function routeOf(name: string): string {
  if (name === 'index.html') return '/';
  return `/${name.replace(/\.html$/, '')}`;
}

export function serveFile(file: StaticFile): RequestHandler {
  return (req: Request, res: Response, next) => {
    const vary = res.getHeader('Vary');
    res.setHeader('Vary', typeof vary === 'string' ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
    res.setHeader('ETag', file.etag);
    if (isVersioned(req, file)) res.setHeader('Cache-Control', FOR_EVER);
    if (req.headers['if-none-match'] === file.etag) {
      res.sendRaw(304, '');
      next(false);
      return;
    }
    const packed = acceptsGzip(req) ? file.gzip() : null;
    const body = packed ?? file.body;
    res.sendRaw(200, body, {
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    });
    next(false);
  };
}

function isVersioned(req: Request, file: StaticFile): boolean {
  return file.policy === 'asset' && new RegExp(`[?&]v=${file.version}(&|$)`).test(req.url ?? '');
}

function acceptsGzip(req: Request): boolean {
  const accepted = (req.headers['accept-encoding'] ?? '').split(',');
  return accepted.some((part) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9]\d*)\s*)?$/.test(part));
}
