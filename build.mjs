/**
 * Builds what runs: `dist/main.mjs` (the server in one file, so that it starts quickly) and `dist/web` (the browser code).
 * `npm start` and `npm test` call it; it takes about a second.
 */
import { build } from 'esbuild';
import { buildWeb } from './web/build.mjs';

/** The SDK is CommonJS; inside an ES module it needs these names. */
const commonJsNames = [
  "import{createRequire as __createRequire}from'node:module';",
  "import{fileURLToPath as __toPath}from'node:url';",
  "import{dirname as __toFolder}from'node:path';",
  'const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__toFolder(__filename);',
].join('');

await Promise.all([
  build({
    entryPoints: ['bot/main.ts'],
    outfile: 'dist/main.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // An optional native module of restify that is only there where DTrace is.
    external: ['dtrace-provider'],
    banner: { js: commonJsNames },
    logLevel: 'warning',
    sourcemap: true,
  }),
  buildWeb({ outdir: 'dist/web' }),
]);
