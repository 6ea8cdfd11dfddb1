/** The clock and the days of the demo for the running server. */
import { join } from 'node:path';
import type { Register, RoleTable } from '../../cases/index.ts';
import { durableJsonFile } from '../../register/index.ts';
import type { Config } from '../config.ts';
import type { Core } from '../core.ts';
import type { Outbox } from '../outbox.ts';
import type { Rounds } from '../rounds.ts';
import { type DemoClock, demoClockDocument, openDemoClock } from './demo-clock.ts';
import { type DemoDays, makeDemoDays } from './next-day.ts';

/** With a data folder it is as far ahead after a restart as before. */
export const demoClockFor = ({ dataDir }: Config, real: () => Date): Promise<DemoClock> =>
  openDemoClock(real, dataDir === null ? null : durableJsonFile(join(dataDir, 'demo-clock.json'), demoClockDocument));

interface DaysForDeps {
  readonly core: Core;
  readonly roles: RoleTable;
  readonly rounds: Rounds;
  readonly outbox: Outbox;
  readonly register: Register;
  readonly clock: DemoClock;
}

export const demoDaysFor = ({ core, roles, rounds, outbox, register, clock }: DaysForDeps): DemoDays =>
  makeDemoDays({
    clock,
    register,
    knowledge: () => core.knowledge(),
    async runRounds() {
      await rounds.runNow();
      outbox.wake();
    },
    nameOf: async (actorId) => (await roles.roleOf(actorId))?.name ?? actorId,
  });
