/**
 * Builds what runs: `dist/server.cjs` (the server in one file), `dist/server.cache` (the same as V8 compiled it),
 * `dist/main.mjs` (which starts it with both), `dist/knowledge.learnt` (what it learnt from the examples) and `dist/web` (the
 * browser code). `npm start` and `npm test` call it; it takes about three seconds.
 */
import { execFile } from 'node:child_process';
import { copyFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { nativeAsyncForTheSdk } from './bot/native-async.mjs';
import { buildWeb } from './web/build.mjs';

/** Four packages of the SDK each bring the same zod 3 along: loading it once makes the start shorter. */
const oneZodForTheSdk = {
  name: 'one-zod-for-the-sdk',
  setup(plugin) {
    const shared = createRequire(import.meta.resolve('botbuilder')).resolve('zod');
    plugin.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /node_modules\/(botbuilder|botframework)/.test(importer) ? { path: shared } : undefined,
    );
  },
};

await rm('dist/knowledge.learnt', { force: true });
await Promise.all([
  build({
    entryPoints: ['bot/main.ts'],
    outfile: 'dist/server.cjs',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // A third less to read at every start; names stay, because errors and logs show them.
    minifyWhitespace: true,
    minifySyntax: true,
    // An optional native module of restify that is only there where DTrace is.
    external: ['dtrace-provider'],
    plugins: [oneZodForTheSdk, nativeAsyncForTheSdk],
    // As the ES modules that it is made of.
    banner: { js: "'use strict';const __url=require('node:url').pathToFileURL(__filename).href,__hash=module.hash;" },
    define: { 'import.meta.url': '__url', BUNDLE_HASH: '__hash' },
    logLevel: 'warning',
    sourcemap: true,
  }),
  buildWeb({ outdir: 'dist/web' }),
]);
await copyFile(fileURLToPath(import.meta.resolve('./bot/load-server.mjs')), 'dist/main.mjs');
await writeCache();

/**
 * Starts the server once, in the demo on a free port: what V8 compiled up to its first line, and what was learnt from the
 * examples, is what the next start reads.
 * Exits with 0 also when that start was refused: `npm start` then says why, in its own words.
 */
async function writeCache() {
  // Two builds at once must not take each other's.
  const fresh = `server.cache.${process.pid}.new`;
  const warmUp = `
    import { writeFileSync } from 'node:fs';
    const { app, makeCache } = await import('./main.mjs');
    await app;
    writeFileSync('${fresh}', makeCache());
    // Whatever asks the knowledge first makes it learn, and writes down what it learnt.
    (await app)?.core.knowledge().crisisLevel('');
    process.exit(0);`;
  const cwd = fileURLToPath(new URL('dist', import.meta.url));
  const env = { PORT: '0', LOG_LEVEL: 'error' };
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', warmUp], { cwd, env });
    await rename(`dist/${fresh}`, 'dist/server.cache');
  } finally {
    await rm(`dist/${fresh}`, { force: true });
  }
}
