/** The editors' work list of this installation: a file in the data folder, or nothing where nothing is stored. */
import type { Knowledge } from '../knowledge/index.ts';
import type { Config } from './config.ts';
import type { World } from './core.ts';
import type { Log } from './log.ts';
import { keepsNothing, openUnanswered, type Unanswered, unansweredFile } from './unanswered.ts';
import { makeWorkList, type WorkList } from './work-list.ts';

interface WorkListParts {
  readonly knowledge: () => Knowledge;
  /** As it was at the start. */
  readonly settings: Knowledge['settings'];
  readonly log: Log;
  readonly world: World;
}

export function workListFor(
  { dataDir }: Pick<Config, 'dataDir'>,
  { knowledge, settings, log, world }: WorkListParts,
): WorkList & Pick<Unanswered, 'forgetOld' | 'settled'> {
  const now = () => world.now();
  const unanswered =
    dataDir === null
      ? keepsNothing
      : openUnanswered({ file: unansweredFile(dataDir), keeping: settings.redactie.werklijst, log, now });
  const list = makeWorkList({
    unanswered,
    crisisLevel: (text) => knowledge().crisisLevel(text),
    knows: (word) => knowledge().knows(word),
  });
  return {
    ...list,
    forgetOld: () => {
      unanswered.forgetOld();
    },
    settled: () => unanswered.settled(),
  };
}
