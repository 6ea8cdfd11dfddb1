/** A page with the built widget in a real browser, against the scripted server. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { buildWeb } from '../../web/build.mjs';
import { browser } from './browser.ts';
import type { Scripted } from './scripted-direct-line.ts';
import { startScripted } from './scripted-direct-line.ts';

export const EXIT_URL = 'https://neutraal.example/';

export const PAGE =
  '<main><h1>Hulp voor uw kind</h1><p>Lees hier meer.</p></main><script async src="{{chat}}/widget.js"></script>';

export interface WidgetPage {
  readonly page: Page;
  readonly server: Scripted;
  /** Policy violations and uncaught errors, as words. */
  readonly faults: readonly string[];
  /** Addresses outside the server that were asked for. */
  readonly foreign: readonly string[];
  readonly launcher: Locator;
  readonly input: Locator;
  /** Opens the chat and waits until the line is up. */
  open(): Promise<void>;
  say(words: string): Promise<void>;
  close(): Promise<void>;
}

export interface WidgetPageOptions {
  readonly html?: string;
  readonly context?: BrowserContextOptions;
  readonly css?: string;
  /** Of the municipality. */
  readonly phone?: string;
  /** Shows the page as a municipality's own site, which loads the chat from another origin. */
  readonly elsewhere?: boolean;
}

let dist: Promise<string> | null = null;

/** Built once a run, into a folder of its own. */
export function builtWeb(): Promise<string> {
  dist ??= mkdtemp(join(tmpdir(), 'regie-web-')).then(async (outdir) => {
    await buildWeb({ outdir });
    return outdir;
  });
  return dist;
}

export async function removeBuiltWeb(): Promise<void> {
  const built = dist;
  dist = null;
  if (built) await rm(await built, { recursive: true, force: true });
}

export async function widgetTexts(): Promise<Readonly<Record<string, string>>> {
  const json: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, '../../knowledge/landelijk/widget.json'), 'utf8'),
  );
  return Object.fromEntries(Object.entries(json ?? {}).map(([key, value]) => [key, String(value)]));
}

export async function openWidgetPage(options: WidgetPageOptions = {}): Promise<WidgetPage> {
  const folder = await builtWeb();
  if (options.css !== undefined) await writeFile(join(folder, 'theme.css'), options.css);
  const server = await startScripted({
    dist: folder,
    settings: {
      texts: await widgetTexts(),
      gemeente: 'Voorbeeldstad',
      phone: options.phone ?? '14 0123',
      exitUrl: EXIT_URL,
    },
    page: `${options.css === undefined ? '' : '<link rel="stylesheet" href="/theme.css">'}${options.html ?? PAGE}`,
  });
  const context = await (await browser()).newContext(options.context ?? {});
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|violat/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const ours: readonly string[] = [server.url, server.elsewhere];
    if (protocol.startsWith('http') && !ours.includes(origin)) foreign.push(request.url());
  });
  await page.route(`${EXIT_URL}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Het weer</title>' }),
  );
  await page.goto(options.elsewhere ? server.elsewhere : server.url);
  const launcher = page.locator('.launcher');
  const input = page.getByLabel('Uw vraag of antwoord');
  return {
    page,
    server,
    faults,
    foreign,
    launcher,
    input,
    open: async () => {
      await launcher.click();
      await page.locator('.status').waitFor({ state: 'hidden' });
    },
    say: async (words) => {
      await input.fill(words);
      await page.getByRole('button', { name: 'Verstuur' }).click();
    },
    close: async () => {
      await context.close();
      await server.stop();
    },
  };
}

/** What has the focus, also inside the shadow root, as `tag: words`. */
export async function focused(page: Page): Promise<string> {
  return String(
    await page.evaluate(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.tagName.toLowerCase() + ': ' + (at.textContent ?? '').trim();
    })()`),
  );
}

/** A computed style of an element inside the widget. */
export async function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const [inside, name] = [JSON.stringify(selector), JSON.stringify(property)];
  const script = `getComputedStyle(document.querySelector('regie-chat').shadowRoot.querySelector(${inside})).getPropertyValue(${name})`;
  return String(await page.evaluate(script));
}

/** Waits until this holds; a condition, never a fixed time. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 8_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Failed to see in time: ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
