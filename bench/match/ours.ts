/** Our knowledge, as it is in this folder, with the example municipality. Run it built: see bench/built.ts. */
import { effects } from '../../dialogs/index.ts';
import { type LearntStore, type LoadOutcome, learnsEveryTime, loadKnowledge } from '../../knowledge/index.ts';

export type Loaded = Extract<LoadOutcome, { kind: 'loaded' }>;

export async function loadOurs(learnt: LearntStore = learnsEveryTime): Promise<Loaded> {
  const loaded = await loadKnowledge({
    nationalDir: 'knowledge/landelijk',
    localDir: 'knowledge/voorbeeldstad',
    effects,
    learnt,
  });
  if (loaded.kind === 'loaded') return loaded;
  throw new Error('Failed to measure: the knowledge has faults. Run knowledge:check.');
}
