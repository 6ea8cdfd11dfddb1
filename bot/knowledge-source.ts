/**
 * Which knowledge the service runs on. A fault in a municipality's own layer never takes the service down: the last layer
 * that was whole takes its place, else the national layer alone. A fault in the national layer is ours, and is refused.
 */
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { effects } from '../dialogs/index.ts';
import {
  type Knowledge,
  type KnowledgeFault,
  type LearntStore,
  type LoadOutcome,
  loadKnowledge,
} from '../knowledge/index.ts';
import type { Log } from './log.ts';
import { KnowledgeFaulty } from './read-knowledge.ts';

/** `local`: as the editor wrote it; `last-good`: as it was when it was last whole. */
export type KnowledgeOrigin = 'local' | 'last-good' | 'national';

export interface SourcedKnowledge {
  readonly knowledge: Knowledge;
  readonly from: KnowledgeOrigin;
  /** Of the municipality's layer as it stands now; when that is the one used, phone numbers in it that are not shown. */
  readonly faults: readonly KnowledgeFault[];
}

export interface KnowledgePlaces {
  readonly root: string;
  /** null = the example municipality. */
  readonly localDir: string | null;
  /** Where the last good layer is kept; null = nowhere. */
  readonly dataDir: string | null;
  readonly log: Log;
  /** What was learnt from the examples at an earlier start. */
  readonly learnt: LearntStore;
}

const FAULTS_IN_LOG = 20;

/** At the start. Throws a `StartFault` when the national layer itself has a fault. */
export async function sourceKnowledge(places: KnowledgePlaces): Promise<SourcedKnowledge> {
  const own = await load(places, localOf(places));
  const faults = own.kind === 'loaded' ? own.replaced : own.faults;
  if (faults.length > 0) tell(faults, places.log);
  if (own.kind === 'loaded' && !own.lacksGeneralNumber) return { knowledge: own.knowledge, from: 'local', faults };
  const national = await load(places, null);
  if (national.kind === 'faulty') throw new KnowledgeFaulty(faults);
  const kept = places.dataDir === null ? null : await load(places, lastGood(places.dataDir));
  if (kept?.kind === 'loaded') return { knowledge: kept.knowledge, from: 'last-good', faults };
  if (own.kind === 'loaded') return { knowledge: own.knowledge, from: 'local', faults };
  return { knowledge: national.knowledge, from: 'national', faults };
}

/** While it runs: what was loaded before stays when there is a fault. */
export async function reloadKnowledge(places: KnowledgePlaces, before: SourcedKnowledge): Promise<SourcedKnowledge> {
  const own = await load(places, localOf(places));
  const faults = own.kind === 'loaded' ? own.replaced : own.faults;
  if (faults.length > 0) tell(faults, places.log);
  if (own.kind === 'loaded' && !own.lacksGeneralNumber) {
    places.log.info('knowledge-loaded', { kind: 'local' });
    return { knowledge: own.knowledge, from: 'local', faults };
  }
  return { ...before, from: before.from === 'local' ? 'last-good' : before.from, faults };
}

/** Whether this is the layer as the editor wrote it, in full. */
export const isWhole = ({ from, faults }: SourcedKnowledge): boolean => from === 'local' && faults.length === 0;

function load({ root, learnt }: KnowledgePlaces, localDir: string | null): Promise<LoadOutcome> {
  return loadKnowledge({ nationalDir: join(root, 'knowledge', 'landelijk'), localDir, effects, learnt });
}

function localOf({ root, localDir }: KnowledgePlaces): string {
  return localDir ?? join(root, 'knowledge', 'voorbeeldstad');
}

function lastGood(dataDir: string): string {
  return join(dataDir, 'knowledge-last-good');
}

/** For a source that `isWhole`. Whole or not at all: a stop half-way leaves the older copy, or none. A full disk must not keep the service from starting. */
export async function keepAsLastGood(places: KnowledgePlaces): Promise<void> {
  const { dataDir, log } = places;
  if (dataDir === null) return;
  const [kept, fresh] = [lastGood(dataDir), `${lastGood(dataDir)}.new`];
  try {
    await rm(fresh, { recursive: true, force: true });
    await cp(localOf(places), fresh, { recursive: true, dereference: true });
    await rm(kept, { recursive: true, force: true });
    await rename(fresh, kept);
  } catch (error) {
    log.warn('knowledge-not-kept', log.faultOf(error));
  }
}

/** File and place only: what is wrong with it is told by `knowledge:check`. */
function tell(faults: readonly KnowledgeFault[], log: Log): void {
  log.error('knowledge-faulty', { count: faults.length });
  for (const { file, place } of faults.slice(0, FAULTS_IN_LOG))
    log.error('knowledge-fault', { code: file, key: asKey(place) });
}

/** `feiten["gemeente.telefoon"]` as `feiten.gemeente.telefoon`: the log takes no brackets. */
const asKey = (place: string): string => place.replace(/\[(?:"([^"\]]*)"|(\d+))\]/g, '.$1$2').replace(/^\./, '');
