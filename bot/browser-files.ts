/** The built browser files with what this municipality adds: its name, its phone number and the texts of the widget. */
import type { Knowledge } from '../knowledge/index.ts';
import { readStaticFiles, type StaticFiles, staticFile } from './static.ts';

export interface BrowserFilesOptions {
  readonly folder: string;
  readonly demo: boolean;
  readonly knowledge: Knowledge;
}

export async function readBrowserFiles({ folder, demo, knowledge }: BrowserFilesOptions): Promise<StaticFiles> {
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
      files.set(path, staticFile(Buffer.from(asPage(text, municipality, demo)), `${path}.html`));
    }
  }
  return files;
}

/** Fills in the municipality; what stands between the demo marks is for the invented one only. */
function asPage(html: string, municipality: Readonly<Record<'gemeente' | 'telefoon', string>>, demo: boolean): string {
  const shown = demo ? html : html.replace(/<!--demo-->.*?<!--\/demo-->/gs, '');
  return shown.replace(/\{\{(gemeente|telefoon)\}\}/g, (_, key: 'gemeente' | 'telefoon') => escaped(municipality[key]));
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
