/** The only place of this folder that touches the disk: reads every file of a layer as text. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KnowledgeFault } from './knowledge.ts';

export interface SourceFile {
  /** Path as an editor knows it, e.g. `voorbeeldstad/faq/wachtlijst.json`. */
  readonly path: string;
  /** `faq`, `intents`, `flows`, or null for a file that stands in the layer's own folder. */
  readonly folder: string | null;
  /** File name without `.json`. */
  readonly name: string;
  readonly text: string;
}

export interface SourceLayer {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly faults: readonly KnowledgeFault[];
}

export async function readLayer(directory: string): Promise<SourceLayer> {
  const name = basename(directory);
  const top = await list(directory);
  if (top === null) {
    return {
      name,
      files: [],
      faults: [{ file: name, place: 'map', problem: 'deze map bestaat niet of kan niet worden gelezen' }],
    };
  }
  const folders = [null, ...top.filter((entry) => entry.isDirectory).map((entry) => entry.name)];
  const read = (await Promise.all(folders.map((folder) => readFolder(directory, name, folder)))).flat();
  const lost = (await Promise.all(folders.map((folder) => deeper(directory, folder)))).flat();
  return {
    name,
    files: read.flatMap((file) => (file.text === null ? [] : [{ ...file, text: file.text }])),
    faults: [
      ...read.filter(({ text }) => text === null).map(({ path }) => unreadable(path)),
      ...read.filter(({ text }) => text?.includes(notUtf8)).map(({ path }) => otherEncoding(path)),
      ...lost.map((within) => unread(`${name}/${within}`)),
      ...(await Promise.all(folders.map((folder) => misnamed(directory, folder)))).flat().map(wrongName(name)),
    ],
  };
}

const unread = (file: string): KnowledgeFault => ({
  file,
  place: 'map',
  problem: 'deze map leest de chat niet, en er staan teksten in; zet ze in faq, intents of flows van uw eigen map',
});

/** Folders inside a folder, of which nothing is read, with texts in them: an editor would wait for those in vain. */
async function deeper(directory: string, folder: string | null): Promise<readonly string[]> {
  if (folder === null) return [];
  const inside = ((await list(join(directory, folder))) ?? []).filter((entry) => entry.isDirectory);
  const held = await Promise.all(inside.map(async (entry) => holdsTexts(join(directory, folder, entry.name))));
  return inside.filter((_, at) => held[at]).map((entry) => `${folder}/${entry.name}`);
}

async function holdsTexts(directory: string): Promise<boolean> {
  const entries = (await list(directory)) ?? [];
  if (entries.some(({ name, isDirectory }) => !isDirectory && isText(name))) return true;
  const within = entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => holdsTexts(join(directory, name)));
  return (await Promise.all(within)).includes(true);
}

/** Texts of which the name does not end in `.json`: `nieuw.json.txt`, as Notepad saves it, `Nieuw.JSON`, `nieuw.jsonc`. */
async function misnamed(directory: string, folder: string | null): Promise<readonly string[]> {
  const entries = (await list(folder === null ? directory : join(directory, folder))) ?? [];
  return entries
    .filter(({ name, isDirectory }) => !isDirectory && isText(name) && !name.endsWith('.json'))
    .map(({ name }) => (folder === null ? name : `${folder}/${name}`));
}

const wrongName =
  (layer: string) =>
  (within: string): KnowledgeFault => ({
    file: `${layer}/${within}`,
    place: 'bestandsnaam',
    problem: `dit bestand leest de chat niet; noem het ${basename(within)
      .replace(/\.json.*$/i, '')
      .toLowerCase()}.json`,
  });

/** Also under a name that is nearly right. A copy that an editor's program keeps is none. */
const isText = (name: string): boolean => /\.json/i.test(name) && !/(?:~|\.(?:bak|old|orig|tmp|swp))$/i.test(name);

/** What stands in a text in the place of bytes that are no UTF-8. */
const notUtf8 = '\uFFFD';

const otherEncoding = (file: string): KnowledgeFault => ({
  file,
  place: 'bestand',
  problem: 'letters met een accent gaan verloren; bewaar dit bestand als UTF-8',
});

const unreadable = (file: string): KnowledgeFault => ({
  file,
  place: 'bestand',
  problem: 'dit bestand kan niet worden gelezen',
});

/** `null` for a file that can't be read. */
type ReadFile = Omit<SourceFile, 'text'> & { readonly text: string | null };

async function readFolder(directory: string, layer: string, folder: string | null): Promise<readonly ReadFile[]> {
  const entries = (await list(folder === null ? directory : join(directory, folder))) ?? [];
  const names = entries
    .filter((entry) => !entry.isDirectory && entry.name.endsWith('.json'))
    .map((entry) => entry.name);
  return names.map((file) => {
    const within = folder === null ? file : `${folder}/${file}`;
    const text = textOf(join(directory, within));
    return { path: `${layer}/${within}`, folder, name: file.slice(0, -'.json'.length), text };
  });
}

/** Not through promises: for two hundred small files that takes ten times as long, and a start waits for nothing else. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A link to nowhere, or a file of another user: told with all other faults.
    return null;
  }
}

/** Names in a fixed order, so that faults come in the same order everywhere; null when the folder can't be read. */
async function list(directory: string): Promise<readonly { name: string; isDirectory: boolean }[] | null> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.name.startsWith('.'))
      .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Error(
      `Failed to read the knowledge folder ${directory}: ${String(error)}. Check the path and its rights.`,
      {
        cause: error,
      },
    );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
