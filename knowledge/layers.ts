/** Reads a layer's files with their schemas and lays the local layer over the national one. */
import { z } from 'zod';
import { inDutch } from './dutch-issues.ts';
import { readJson } from './json-text.ts';
import type { KnowledgeFault } from './knowledge.ts';
import type { SourceFile, SourceLayer } from './load-files.ts';
import {
  type Answer,
  answerSchema,
  type Clarification,
  clarificationSchema,
  type CrisisData,
  crisisSchema,
  type FactDefinition,
  factDefinitionSchema,
  fixedIdsSchema,
  type Flow,
  flowSchema,
  type Intent,
  intentSchema,
  type Lexicon,
  lexiconSchema,
  type Place,
  placeSchema,
  type Source,
  sourceSchema,
  textsSchema,
} from './schema.ts';

/** Where each thing was written: `faq/wachtlijst` → `voorbeeldstad/faq/wachtlijst.json`. */
export type Origins = ReadonlyMap<string, string>;

export interface Layer {
  readonly name: string;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly intents: ReadonlyMap<string, Intent>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly places: Readonly<Record<string, Place>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Words of the web widget; what each key needs is checked where the widget is built. */
  readonly widgetTexts: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly lexicon: Lexicon | null;
  readonly crisis: CrisisData | null;
  readonly clarifications: readonly Clarification[];
  readonly fixedIds: readonly string[] | null;
  /** Not parsed yet: only both layers together are whole. */
  readonly settings: unknown;
  readonly origins: Origins;
  readonly faults: readonly KnowledgeFault[];
}

const single = {
  plekken: z.record(z.string().min(1), placeSchema),
  bronnen: z.record(z.string().min(1), sourceSchema),
  teksten: textsSchema,
  feiten: z.record(z.string().min(1), factDefinitionSchema),
  woorden: lexiconSchema,
  crisis: crisisSchema,
  verduidelijking: z.array(clarificationSchema),
  'vaste-ids': fixedIdsSchema,
  instellingen: z.unknown(),
  widget: textsSchema,
} as const;
const nationalOnly = ['crisis', 'vaste-ids'];

export function readSources(source: SourceLayer, isLocal: boolean): Layer {
  const faults: KnowledgeFault[] = [...source.faults];
  const origins = new Map<string, string>();
  const values = new Map<string, unknown>();
  for (const file of source.files) {
    if (isLocal && file.folder === null && nationalOnly.includes(file.name)) {
      faults.push({ file: file.path, place: 'bestand', problem: 'dit bestand hoort alleen in de landelijke laag' });
      continue;
    }
    const value = jsonOf(file, faults);
    if (value === undefined) continue;
    const key = file.folder === null ? file.name : `${file.folder}/${file.name}`;
    values.set(key, value);
    origins.set(key, file.path);
  }
  const fileOf = (key: string): string => origins.get(key) ?? `${source.name}/${key}.json`;
  const parse = <T>(key: string, schema: z.ZodType<T>): T | null => {
    if (!values.has(key)) return null;
    const outcome = schema.safeParse(values.get(key));
    if (outcome.success) return outcome.data;
    for (const issue of outcome.error.issues) {
      faults.push(...inDutch(issue).map((spoken) => ({ file: fileOf(key), ...spoken })));
    }
    return null;
  };
  const folder = <T extends { id: string }>(name: string, schema: z.ZodType<T>): ReadonlyMap<string, T> => {
    const found = new Map<string, T>();
    for (const key of [...values.keys()].filter((candidate) => candidate.startsWith(`${name}/`))) {
      const item = parse(key, schema);
      const fileName = key.slice(name.length + 1);
      if (item && item.id !== fileName) {
        faults.push({
          file: fileOf(key),
          place: 'id',
          problem: `het id "${item.id}" is anders dan de bestandsnaam "${fileName}"`,
        });
      } else if (item) found.set(item.id, item);
    }
    return found;
  };
  for (const [key, file] of origins)
    if (!isKnown(key)) faults.push({ file, place: 'bestand', problem: 'dit bestand hoort hier niet' });
  return {
    name: source.name,
    answers: folder('faq', answerSchema),
    intents: folder('intents', intentSchema),
    flows: folder('flows', flowSchema),
    places: parse('plekken', single.plekken) ?? {},
    sources: parse('bronnen', single.bronnen) ?? {},
    texts: parse('teksten', single.teksten) ?? {},
    widgetTexts: parse('widget', single.widget) ?? {},
    facts: parse('feiten', single.feiten) ?? {},
    lexicon: parse('woorden', single.woorden),
    crisis: parse('crisis', single.crisis),
    clarifications: parse('verduidelijking', single.verduidelijking) ?? [],
    fixedIds: parse('vaste-ids', single['vaste-ids']),
    settings: values.get('instellingen'),
    origins,
    faults,
  };
}

function isKnown(key: string): boolean {
  return Object.hasOwn(single, key) || /^(faq|intents|flows)\//.test(key);
}

function jsonOf(file: SourceFile, faults: KnowledgeFault[]): unknown {
  if (file.text.startsWith('\ufeff')) {
    faults.push({
      file: file.path,
      place: 'regel 1, teken 1',
      problem: 'het bestand begint met een BOM; sla het op als UTF-8 zonder BOM',
    });
    return undefined;
  }
  const result = readJson(file.text);
  const spots = result.kind === 'broken' ? [result.spot] : result.repeated;
  for (const { line, column, problem } of spots)
    faults.push({ file: file.path, place: `regel ${line}, teken ${column}`, problem });
  return result.kind === 'broken' ? undefined : withoutSchemaLine(result.value);
}

/** `"$schema"` tells an editor program how to complete the file; it is no part of the knowledge. */
function withoutSchemaLine(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('$schema' in value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}
