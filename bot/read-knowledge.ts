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
  throw faultsOf(outcome.faults);
}

export function faultsOf(faults: readonly KnowledgeFault[]): StartFault {
  const told = faults.map(({ file, place, problem }) => `  ${file}, ${place}: ${problem}`);
  return new StartFault(
    `Failed to start: the knowledge has ${faults.length} fault(s). Run npm run -s knowledge:check.\n${told.join('\n')}`,
  );
}
