/** The built browser files with what this municipality adds: its name, its phone number and the texts of the widget. */
import type { Knowledge } from '../knowledge/index.ts';
import { readStaticFiles, type StaticFile, type StaticFiles, staticFile } from './static.ts';

export interface BrowserFilesOptions {
  readonly folder: string;
  readonly demo: boolean;
  readonly knowledge: Knowledge;
  /** Whether a question can be filed now; asked at every request for a page. */
  readonly canFile: () => boolean;
}

export async function readBrowserFiles({
  folder,
  demo,
  knowledge,
  canFile,
}: BrowserFilesOptions): Promise<StaticFiles> {
  const municipality = {
    gemeente: knowledge.fill('{{gemeente.naam}}'),
    telefoon: knowledge.fill('{{gemeente.telefoon}}'),
  };
  const settings = {
    texts: knowledge.widgetTexts,
    gemeente: municipality.gemeente,
    phone: municipality.telefoon,
    exitUrl: knowledge.fill('{{exit.neutraleUrl}}'),
  };
  const files = new Map(await readStaticFiles(folder, { demo }));
  for (const [path, file] of files) {
    const text = file.body.toString('utf8');
    if (path === '/widget.js') {
      // In a function, so that a page that loads the script twice does not declare the name twice.
      files.set(
        path,
        staticFile(Buffer.from(`(()=>{const REGIE_SETTINGS=${asScript(settings)};\n${text}\n})();`), path),
      );
    } else if (file.type.startsWith('text/html')) {
      const page = (marks: Marks) => staticFile(Buffer.from(asPage(text, municipality, marks)), `${path}.html`);
      const [open, closed] = [page({ demo, ready: true }), page({ demo, ready: false })];
      files.set(
        path,
        oneOf(() => (canFile() ? open : closed)),
      );
    }
  }
  return files;
}

interface Marks {
  readonly demo: boolean;
  readonly ready: boolean;
}

/**
 * Fills in the municipality. What stands between the marks `demo` is for the invented one only; between `ready`, for where
 * a question can be filed; between `not-ready`, for where it can't.
 */
function asPage(
  html: string,
  municipality: Readonly<Record<'gemeente' | 'telefoon', string>>,
  { demo, ready }: Marks,
): string {
  const hidden = [...(demo ? [] : ['demo']), ready ? 'not-ready' : 'ready'];
  const shown = hidden.reduce(
    (page, mark) => page.replace(new RegExp(`<!--${mark}-->.*?<!--/${mark}-->`, 'gs'), ''),
    html,
  );
  return shown
    .replace(/<!--\/?(demo|ready|not-ready)-->/g, '')
    .replaceAll('{{gemeente}}', () => escaped(municipality.gemeente))
    .replaceAll('{{telefoon}}', () => toCall(municipality.telefoon));
}

/** Without a number of the municipality, words stand here that can't be called. */
function toCall(phone: string): string {
  const number = phone.replace(/[^0-9+]/g, '');
  return number === '' ? escaped(phone) : `<a href="tel:${number}">${escaped(phone)}</a>`;
}

/** The one that counts at this moment. */
function oneOf(now: () => StaticFile): StaticFile {
  return {
    get body() {
      return now().body;
    },
    get etag() {
      return now().etag;
    },
    get version() {
      return now().version;
    },
    gzip: () => now().gzip(),
    type: now().type,
    policy: now().policy,
  };
}

/** JSON that can stand in a script: the two line ends that JSON allows and JavaScript once did not. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u2028\u2029<]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
