/** Builds one module as build.mjs builds the server. tsx would give every inner function its name at every call. */
import { resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { nativeAsyncForTheSdk } from '../bot/native-async.mjs';

const asTheServer = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** An ES module, with packages where they are. Resolves with the path of `dist/bench/NAME.mjs`. */
export async function builtForBench(entry: string, name: string): Promise<string> {
  const outfile = resolve(`dist/bench/${name}.mjs`);
  await build({ ...asTheServer, entryPoints: [entry], outfile, format: 'esm', packages: 'external' });
  return outfile;
}

/** With the SDK in it, as it runs. Resolves with the path of `dist/bench/NAME.cjs`. */
export async function builtWithSdk(entry: string, name: string): Promise<string> {
  const outfile = resolve(`dist/bench/${name}.cjs`);
  await build({
    ...asTheServer,
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    external: ['dtrace-provider'],
    plugins: [nativeAsyncForTheSdk],
    banner: { js: "'use strict';const __url=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': '__url' },
  });
  return outfile;
}
