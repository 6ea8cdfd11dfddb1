/** The built browser files with what this municipality adds: its name, its phone number and the texts of the widget. */
import type { Knowledge } from '../knowledge/index.ts';
import { readStaticFiles, type StaticFiles, staticFile } from './static.ts';

export interface BrowserFilesOptions {
  readonly folder: string;
  readonly demo: boolean;
  readonly knowledge: Knowledge;
}

export async function readBrowserFiles({ folder, demo, knowledge }: BrowserFilesOptions): Promise<StaticFiles> {
  const files = new Map(await readStaticFiles(folder, { demo }));
  const municipality = { gemeente: knowledge.fill('{{gemeente.naam}}'), telefoon: knowledge.fill('{{gemeente.telefoon}}') };
  for (const [path, file] of files) {
    if (path === '/widget.js') {
      const settings = {
        texts: knowledge.widgetTexts,
        gemeente: municipality.gemeente,
        phone: municipality.telefoon,
        exitUrl: knowledge.fill('{{exit.neutraleUrl}}'),
      };
      files.set(path, staticFile(Buffer.from(`const REGIE_SETTINGS=${asScript(settings)};\n${file.body.toString('utf8')}`), 'widget.js'));
    } else if (file.type.startsWith('text/html')) {
      const html = file.body.toString('utf8').replace(/\{\{(gemeente|telefoon)\}\}/g, (_, key: 'gemeente' | 'telefoon') => escaped(municipality[key]));
      files.set(path, staticFile(Buffer.from(html), `${path}.html`));
    }
  }
  return files;
}

/** JSON that can stand in a script: the two line ends that JSON allows and JavaScript once did not. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029<]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
