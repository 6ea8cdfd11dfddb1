/** A local file takes the place of the national file with the same id; settings, facts, places, texts and words are merged. */
import { inDutch } from './dutch-issues.ts';
import type { KnowledgeFault } from './knowledge.ts';
import type { Layer, Origins } from './layers.ts';
import type { CrisisData, Lexicon, Settings } from './schema.ts';
import { settingsSchema } from './settings-schema.ts';

export interface Merged
  extends Omit<Layer, 'settings' | 'faults' | 'name' | 'lexicon' | 'crisis' | 'fixedIds' | 'origins'> {
  readonly nationalName: string;
  readonly hasLocal: boolean;
  readonly lexicon: Lexicon;
  readonly crisis: CrisisData;
  readonly fixedIds: readonly string[];
  readonly settings: Settings;
  readonly origins: Origins;
}

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly merged: Merged }
  | { readonly kind: 'faulty'; readonly faults: readonly KnowledgeFault[] };

export function mergeLayers(national: Layer, local: Layer | null): MergeOutcome {
  const faults: KnowledgeFault[] = [];
  const needed = <T>(value: T | null, name: string): T | null => {
    if (value === null && !national.origins.has(name)) {
      faults.push({ file: `${national.name}/${name}.json`, place: 'bestand', problem: 'dit bestand ontbreekt' });
    }
    return value;
  };
  const lexicon = needed(national.lexicon, 'woorden');
  const crisis = needed(national.crisis, 'crisis');
  const fixedIds = needed(national.fixedIds, 'vaste-ids');
  const settings = mergeSettings(national, local, faults);
  if (!lexicon || !crisis || !fixedIds || !settings) return { kind: 'faulty', faults };
  return {
    kind: 'merged',
    merged: {
      nationalName: national.name,
      hasLocal: local !== null,
      answers: new Map([...national.answers, ...(local?.answers ?? [])]),
      intents: new Map([...national.intents, ...(local?.intents ?? [])]),
      flows: new Map([...national.flows, ...(local?.flows ?? [])]),
      places: { ...national.places, ...local?.places },
      sources: { ...national.sources, ...local?.sources },
      texts: { ...national.texts, ...local?.texts },
      widgetTexts: { ...national.widgetTexts, ...local?.widgetTexts },
      facts: { ...national.facts, ...local?.facts },
      lexicon: mergeWords(lexicon, local?.lexicon ?? null),
      crisis,
      // The first that fits is asked, so the municipality's own question comes before the national one.
      clarifications: [...(local?.clarifications ?? []), ...national.clarifications],
      fixedIds,
      settings,
      origins: new Map([
        ...national.origins,
        ...(local?.origins ?? []),
        ...entryOrigins(national),
        ...(local === null ? [] : entryOrigins(local)),
      ]),
    },
  };
}

/** `plekken#gemeente` → the file it stands in: of these files each layer has its own entries. */
function entryOrigins({ origins, ...layer }: Layer): readonly (readonly [string, string])[] {
  const files = {
    plekken: layer.places,
    bronnen: layer.sources,
    teksten: layer.texts,
    widget: layer.widgetTexts,
    feiten: layer.facts,
    begrippen: layer.lexicon?.begrippen ?? {},
  };
  return Object.entries(files).flatMap(([file, entries]) => {
    const path = origins.get(file === 'begrippen' ? 'woorden' : file);
    return path === undefined ? [] : Object.keys(entries).map((key) => [`${file}#${key}`, path] as const);
  });
}

function mergeSettings(national: Layer, local: Layer | null, faults: KnowledgeFault[]): Settings | null {
  const localPath = local?.origins.get('instellingen');
  const nationalPath = national.origins.get('instellingen') ?? `${national.name}/instellingen.json`;
  if (national.settings === undefined) {
    if (!national.origins.has('instellingen'))
      faults.push({ file: nationalPath, place: 'bestand', problem: 'dit bestand ontbreekt' });
    return null;
  }
  const outcome = settingsSchema.safeParse(overlay(national.settings, local?.settings));
  if (outcome.success) return outcome.data;
  for (const issue of outcome.error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const file = localPath !== undefined && holds(local?.settings, path) ? localPath : nationalPath;
    faults.push(...inDutch(issue).map((spoken) => ({ file, ...spoken })));
  }
  return null;
}

/** Objects are merged, days off are added, anything else is replaced. */
function overlay(below: unknown, above: unknown, key = ''): unknown {
  if (above === undefined) return below;
  const days = key === 'feestdagen' ? [asList(below), asList(above)] : [];
  if (days.length > 0 && days.every((list) => list !== null)) return [...new Set(days.flat())].sort();
  if (!isObject(below) || !isObject(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [name, value] of Object.entries(above)) merged[name] = overlay(below[name], value, name);
  return merged;
}

function holds(value: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length === 0) return value !== undefined;
  const [first, ...rest] = path;
  if (Array.isArray(value)) return true;
  return isObject(value) && first !== undefined && Object.hasOwn(value, first) && holds(value[String(first)], rest);
}

function asList(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeWords(national: Lexicon, local: Lexicon | null): Lexicon {
  if (!local) return national;
  const concepts = { ...national.begrippen };
  for (const [name, words] of Object.entries(local.begrippen)) {
    concepts[name] = [...new Set([...(concepts[name] ?? []), ...words])];
  }
  return {
    begrippen: concepts,
    beschermd: [...new Set([...national.beschermd, ...local.beschermd])],
    stopwoorden: [...new Set([...national.stopwoorden, ...local.stopwoorden])],
  };
}
