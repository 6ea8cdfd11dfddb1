/** Builds one module as build.mjs builds the server, except that packages stay where they are. */
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Resolves with the path of `dist/bench/NAME.mjs`. tsx would give every inner function its name at every call. */
export async function builtForBench(entry: string, name: string): Promise<string> {
  const outfile = resolve(`dist/bench/${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
