/**
 * Built as `dist/main.mjs`: runs the server in `server.cjs`, with the code that V8 compiled at the build (`server.cache`)
 * where that belongs to this very file; V8 itself ignores it in another Node. See docs/decisions/npm-start-builds.md.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const filename = fileURLToPath(new URL('server.cjs', import.meta.url));
const cache = fileURLToPath(new URL('server.cache', import.meta.url));
// V8 compares no more than its length, so its hash stands before the compiled code.
const code = readFileSync(filename);
const hash = createHash('sha256').update(code).digest();
const stored = existsSync(cache) ? readFileSync(cache) : Buffer.alloc(0);
const cachedData = stored.subarray(0, hash.length).equals(hash) ? stored.subarray(hash.length) : undefined;
const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
const script = new Script(wrapped, { filename, cachedData });
const module = { exports: {}, hash: hash.toString('hex') };
script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));

/** A promise of the running server, and for the build what `server.cache` holds. */
export const { app } = module.exports;
export const makeCache = () => Buffer.concat([hash, script.createCachedData()]);
