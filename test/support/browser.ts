/**
 * A real browser on any machine: `CHROME_PATH`, then an installed Chromium, then Playwright's cache, then the packaged
 * @sparticuz/chromium. One browser a test run. No browser is a failure, never a skipped test.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

interface Found {
  readonly path: string;
  /** What it needs beside the environment of this process: libraries or fonts that the machine lacks. */
  readonly env: Readonly<Record<string, string>>;
}

let shared: Promise<Browser> | null = null;

/** The one browser of this run; started at the first call, closed after the last test. */
export function browser(): Promise<Browser> {
  shared ??= launch();
  return shared;
}

export async function closeBrowser(): Promise<void> {
  const open = shared;
  shared = null;
  if (open) await (await open).close();
}

async function launch(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({ executablePath: path, headless: true, env: { ...process.env, ...env } });
}

/** The first candidate that answers `--version`. */
export async function findBrowser(chromePath = process.env.CHROME_PATH ?? ''): Promise<Found> {
  if (chromePath !== '') {
    if (await answers(chromePath)) return { path: chromePath, env: {} };
    throw new Error(`Failed to start a browser: CHROME_PATH (${chromePath}) does not run. Correct it or leave it out.`);
  }
  for (const path of [...INSTALLED, ...(await playwrightCache())]) {
    if (await answers(path)) return { path, env: {} };
  }
  return packagedBrowser();
}

async function answers(path: string, env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return run(path, ['--version'], { env: { ...process.env, ...env }, timeout: 15_000 }).then(
    ({ stdout }) => /chrom|edge/i.test(stdout),
    () => false,
  );
}

async function playwrightCache(): Promise<string[]> {
  const roots = [join(homedir(), '.cache/ms-playwright'), join(homedir(), 'Library/Caches/ms-playwright')];
  const builds = await Promise.all(
    roots.map(async (root) => (await readdir(root).catch((): string[] => [])).map((name) => join(root, name))),
  );
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-linux/headless_shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return builds
    .flat()
    .filter((path) => /chromium/.test(path))
    .sort()
    .reverse()
    .flatMap((build) => inside.map((part) => join(build, part)));
}

/**
 * The package's own unpacking calls a half-written file ready when two test runs start at once. So: unpack aside, then
 * rename the whole folder, one folder a version.
 */
export async function packagedBrowser(cacheRoot = join(tmpdir(), 'regiewijzer-chromium')): Promise<Found> {
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const version = /"version": "([\d.]+)"/.exec(manifest)?.[1] ?? 'unknown';
  const folder = join(cacheRoot, version);
  const path = join(folder, 'chromium');
  if (!(await exists(path))) await unpackAll(join(root, 'bin'), folder);
  const fonts: Readonly<Record<string, string>> = (await exists('/etc/fonts/fonts.conf'))
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  if (await answers(path)) return { path, env: fonts };
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'lib') };
  if (await answers(path, withLibraries)) return { path, env: withLibraries };
  throw new Error(
    'Failed to find a browser: none is installed and the packaged one does not run here (Linux x64 only). ' +
      'Install Chromium or set CHROME_PATH.',
  );
}

async function unpackAll(bin: string, folder: string): Promise<void> {
  const aside = `${folder}.${randomUUID()}`;
  await mkdir(aside, { recursive: true });
  const unpack = (name: string, to: string) =>
    pipeline(createReadStream(join(bin, name)), createBrotliDecompress(), createWriteStream(join(aside, to)));
  const archives = ['swiftshader.tar', 'al2023.tar', 'fonts.tar'];
  await Promise.all([unpack('chromium.br', 'chromium'), ...archives.map((name) => unpack(`${name}.br`, name))]);
  await chmod(join(aside, 'chromium'), 0o755);
  for (const name of archives) {
    await run('tar', ['-xf', name], { cwd: aside });
    await rm(join(aside, name));
  }
  try {
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another run was first; its folder is complete, because it was renamed as a whole.
    if (!(await exists(join(folder, 'chromium')))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
