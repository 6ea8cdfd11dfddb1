/** The real national layer with the example municipality. */
import { effects } from '../../dialogs/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';

/** Rejects with every fault, by file and place. */
export async function nationalKnowledge() {
  const folder = (name: string) => new URL(`../../knowledge/${name}`, import.meta.url).pathname;
  const outcome = await loadKnowledge({ nationalDir: folder('landelijk'), localDir: folder('voorbeeldstad'), effects });
  if (outcome.kind === 'faulty')
    throw new Error(outcome.faults.map(({ file, place, problem }) => `${file} ${place}: ${problem}`).join('\n'));
  return outcome;
}
