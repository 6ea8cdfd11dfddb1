/** Builds the browser code. Run as `node web/build.mjs`, or call `buildWeb` from a test or the development server. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));

/** `import css from './x.css'` gives the minified text. */
const cssAsText = {
  name: 'css-as-text',
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** The pop-up menu of adaptivecards opens outside the shadow root; `cleanCard` sees to it that no card asks for one. */
const withoutPopUps = {
  name: 'without-pop-ups',
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/controls$/ }, () => ({ path: join(web, 'cards/controls-stub.ts') }));
  },
};

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['es2022', 'safari16'],
  legalComments: 'none',
  plugins: [cssAsText],
  logLevel: 'warning',
};

/**
 * @param {{ outdir: string }} options
 * @returns {Promise<Record<string, { bytes: number, gzip: number }>>} sizes by file name
 */
export async function buildWeb({ outdir }) {
  await mkdir(outdir, { recursive: true });
  const stub = join(web, 'cards/swiper-stub.ts');
  await build({
    ...common,
    entryPoints: [join(web, 'cards/main.ts')],
    outfile: join(outdir, 'widget-cards.js'),
    format: 'esm',
    plugins: [cssAsText, withoutPopUps],
    alias: { swiper: stub, 'swiper/modules': stub },
    define: { 'window.trustedTypes': 'stubbedTrustedTypes' },
    inject: [join(web, 'cards/trusted-types-stub.js')],
  });
  const cards = await readFile(join(outdir, 'widget-cards.js'));
  const version = createHash('sha256').update(cards).digest('hex').slice(0, 12);
  await build({
    ...common,
    entryPoints: [join(web, 'widget/main.ts')],
    outfile: join(outdir, 'widget.js'),
    format: 'iife',
    define: { CARDS_VERSION: JSON.stringify(version) },
  });
  await build({
    ...common,
    entryPoints: [join(web, 'demo/demo.ts')],
    outfile: join(outdir, 'demo.js'),
    format: 'iife',
  });
  for (const name of await readdir(join(web, 'pages'))) await copyFile(join(web, 'pages', name), join(outdir, name));
  return sizes(outdir);
}

async function sizes(outdir) {
  const names = (await readdir(outdir)).filter((name) => name.endsWith('.js')).sort();
  const entries = names.map(async (name) => {
    const content = await readFile(join(outdir, name));
    return [name, { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await buildWeb({ outdir: join(web, '../dist/web') });
  for (const [name, { bytes, gzip }] of Object.entries(built)) {
    process.stdout.write(`${name}: ${bytes} bytes, ${gzip} gzip\n`);
  }
}
