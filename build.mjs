/**
 * Builds what runs: `dist/main.mjs` (the server in one file, so that it starts quickly) and `dist/web` (the browser code).
 * `npm start` and `npm test` call it; it takes about a second.
 */
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildWeb } from './web/build.mjs';

/** The SDK is CommonJS; inside an ES module it needs these names. */
const commonJsNames = [
  "import{createRequire as __createRequire}from'node:module';",
  "import{fileURLToPath as __toPath}from'node:url';",
  "import{dirname as __toFolder}from'node:path';",
  'const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__toFolder(__filename);',
].join('');

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

await Promise.all([
  build({
    entryPoints: ['bot/main.ts'],
    outfile: 'dist/main.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // A third less to read at every start; names stay, because errors and logs show them.
    minifyWhitespace: true,
    minifySyntax: true,
    // An optional native module of restify that is only there where DTrace is.
    external: ['dtrace-provider'],
    plugins: [oneZodForTheSdk],
    banner: { js: commonJsNames },
    logLevel: 'warning',
    sourcemap: true,
  }),
  buildWeb({ outdir: 'dist/web' }),
]);
