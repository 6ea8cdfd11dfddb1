/** The knowledge while the service runs: which layer is used, how it is read anew, and what an operator hears of it. */
import type { Knowledge, KnowledgeFault } from '../knowledge/index.ts';
import {
  isWhole,
  type KnowledgePlaces,
  keepAsLastGood,
  reloadKnowledge,
  type SourcedKnowledge,
} from './knowledge-source.ts';

export interface KnowledgeKeeper {
  /** Of the municipality's layer as it stands now; with any but a wrong phone number, an older layer or the national one alone is used. */
  faults(): readonly KnowledgeFault[];
  /** Where a fault stands, not what it says: anybody may ask whether the service is ready. */
  state(): object;
  /** Reads the municipality's layer anew; with a fault in it, what is used now stays. */
  reload(): Promise<SourcedKnowledge>;
  /** When the copy of the last good layer stands, or could not be made. */
  settled(): Promise<void>;
}

export interface KeeperOptions {
  readonly places: KnowledgePlaces;
  readonly sourced: SourcedKnowledge;
  use(knowledge: Knowledge): void;
}

export function makeKnowledgeKeeper({ places, sourced, ...options }: KeeperOptions): KnowledgeKeeper {
  let source = sourced;
  // One after the other: two copies at the same time would be in each other's way.
  let work = isWhole(sourced) ? keepAsLastGood(places) : Promise.resolve();
  return {
    faults: () => source.faults,
    state: () => ({
      knowledge: { from: source.from, faults: source.faults.map(({ file, place }) => `${file}, ${place}`) },
    }),
    async reload() {
      await work;
      source = await reloadKnowledge(places, source);
      options.use(source.knowledge);
      if (isWhole(source)) work = keepAsLastGood(places);
      await work;
      return source;
    },
    settled: () => work,
  };
}
