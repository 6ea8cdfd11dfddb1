/** The Teams channel that belongs to a mode: with tokens, without them for the Agents Playground, or none. */
import type { RoleTable } from '../cases/index.ts';
import type { Reply } from '../dialogs/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { toTeamsActivities } from './activities.ts';
import type { Config } from './config.ts';
import type { Core, World } from './core.ts';
import type { Log } from './log.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';
import { makePlaygroundChannel, makeTeamsChannel, type TeamsChannel, type TeamsChannelOptions } from './teams/index.ts';

/** What the Agents Playground calls its tenant, and so do the files in deploy/playground/. */
export const PLAYGROUND_TENANT = '00000000-0000-0000-0000-0000000000001';

interface TeamsParts {
  /** The one that is used now: an editor's change can be read in while this runs. */
  readonly knowledge: () => Knowledge;
  readonly roles: RoleTable;
  readonly core: Core;
  readonly store: Store;
  readonly log: Log;
  readonly world: World;
  readonly timers: Timers;
}

export function teamsFor(
  config: Config,
  { knowledge, roles, core, store, log, world, timers }: TeamsParts,
): TeamsChannel | null {
  const options: TeamsChannelOptions = {
    roles,
    handle: core.handle,
    addressBook: store.addressBook,
    auditLog: store.auditLog,
    log,
    timers,
    now: () => world.now(),
    toActivities: toTeamsActivities,
    refreshVerbs: ['open'],
    sentences: {
      emergency: (text) => core.emergency(text),
      fault: () => core.fault(),
      stranger: () => sentence(knowledge(), 'teams.onbekend'),
      personalOnly: () => sentence(knowledge(), 'teams.alleen-persoonlijk'),
    },
  };
  switch (config.mode) {
    case 'teams': {
      const { appId, tenantId, appPassword } = config.microsoft;
      return makeTeamsChannel({ ...options, credentials: { appId, tenantId, password: appPassword.reveal() } });
    }
    case 'playground':
      return makePlaygroundChannel({ ...options, mode: 'playground', tenantId: PLAYGROUND_TENANT });
    case 'demo':
      return null;
  }
}

function sentence(knowledge: Knowledge, key: string): Reply {
  return { kind: 'text', paragraphs: [knowledge.text(key)], links: [], tone: 'normal' };
}
