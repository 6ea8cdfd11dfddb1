/** Both layers of the knowledge, or a refusal that names every fault. */
import { join } from 'node:path';
import { effects } from '../dialogs/index.ts';
import { type Knowledge, type KnowledgeFault, loadKnowledge } from '../knowledge/index.ts';
import { StartFault } from './start-fault.ts';

/** Reads the national layer and the municipality's own; a fault in either is told whole, in Dutch, with its place. */
export async function readKnowledge(root: string, localDir: string | null): Promise<Knowledge> {
  const outcome = await loadKnowledge({
    nationalDir: join(root, 'knowledge', 'landelijk'),
    localDir: localDir ?? join(root, 'knowledge', 'voorbeeldstad'),
    effects,
  });
  if (outcome.kind === 'loaded') return outcome.knowledge;
  throw new KnowledgeFaulty(outcome.faults);
}

/** For the operator of a server in its own words, and for an editor at a command in `forEditor`. */
export class KnowledgeFaulty extends StartFault {
  /** Dutch; every fault on a line of its own. */
  readonly forEditor: string;

  constructor(faults: readonly KnowledgeFault[]) {
    const told = faults.map(({ file, place, problem }) => `  ${file}, ${place}: ${problem}`).join('\n');
    const count = faults.length;
    super(`Failed to start: the knowledge has ${count} fault(s). Run npm run -s knowledge:check.\n${told}`);
    this.forEditor = `De kennis heeft ${count === 1 ? '1 fout' : `${count} fouten`}. Los dit eerst op:\n${told}`;
  }
}
