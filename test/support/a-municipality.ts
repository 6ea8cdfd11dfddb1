/** The layer of the example municipality in a temp folder, with other settings in it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './an-app.ts';

const objectSchema = z.record(z.string(), z.unknown());

export interface AMunicipality {
  /** For `KNOWLEDGE_DIR`. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** `changes` are laid over the sections of `instellingen.json`, each key in its section. */
export async function aMunicipality(
  changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<AMunicipality> {
  const above = await mkdtemp(join(tmpdir(), 'regiewijzer-gemeente-'));
  const folder = join(above, 'dorp');
  await cp(join(ROOT, 'knowledge', 'voorbeeldstad'), folder, { recursive: true });
  const file = join(folder, 'instellingen.json');
  const settings = objectSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const sections = Object.entries(changes).map(([name, section]) => [
    name,
    { ...objectSchema.parse(settings[name] ?? {}), ...section },
  ]);
  await writeFile(file, JSON.stringify({ ...settings, ...Object.fromEntries(sections) }));
  return { folder, remove: () => rm(above, { recursive: true }) };
}
