/**
 * For the build: the SDK with `async` functions, as its authors wrote it; it is published with generators in their place.
 * Each call of those makes a generator function, and what that sees (the request, the turn, the card) stays in memory until
 * V8 collects all of it. See docs/decisions/native-async-for-the-sdk.md.
 */
import { readFile } from 'node:fs/promises';

const helper = 'var __awaiter = (this && this.__awaiter) ||';
const asGenerator = /__awaiter\((this|void 0), void 0, void 0, function\* \(\) \{/g;

/**
 * The same file with `async` functions; `null` for one of another shape, which stays as it is.
 * @param {string} code as TypeScript writes it for ES2015
 */
export function withNativeAsync(code) {
  const generators = code.match(/function\s*\*/g)?.length ?? 0;
  const awaiters = code.match(asGenerator)?.length ?? 0;
  if (awaiters === 0 || awaiters !== generators || !code.includes(helper)) return null;
  // TypeScript writes neither for `await`.
  if (/\byield\s*[*;),\]]/.test(code)) return null;
  return code
    .replace(
      helper,
      'var __awaiter = (thisArg, _arguments, P, body) => body(), __ofGenerator = (this && this.__awaiter) ||',
    )
    .replace(asGenerator, '__awaiter($1, void 0, void 0, async () => {')
    .replace(/\byield\b/g, 'await');
}

/** The plugin of esbuild that does this for every file of the SDK. */
export const nativeAsyncForTheSdk = {
  name: 'native-async-for-the-sdk',
  setup(plugin) {
    const ofTheSdk = /[\\/]node_modules[\\/](?:botbuilder|botframework)[\w-]*[\\/].*\.js$/;
    plugin.onLoad({ filter: ofTheSdk }, async ({ path }) => {
      const contents = withNativeAsync(await readFile(path, 'utf8'));
      return contents === null ? undefined : { contents, loader: 'js' };
    });
  },
};
