/** The public pages for the running server. */
import { type Archive, usualTerms } from '../../cases/index.ts';
import { caseSettings } from '../case-settings.ts';
import type { Config } from '../config.ts';
import type { Core } from '../core.ts';
import { letOthersGo } from '../world.ts';
import { keptReports } from './kept-reports.ts';
import type { PublicDeps } from './routes.ts';

interface PublicForDeps {
  readonly config: Config;
  readonly core: Core;
  readonly register: Archive;
  now(): Date;
  newId(): string;
}

export const publicFor = ({ config, core, register, ...deps }: PublicForDeps): PublicDeps => ({
  records: async () => core.cases.publicRecords(await register.ids(), letOthersGo),
  kept: keptReports(config.dataDir, () => deps.newId()),
  knowledge: () => core.knowledge(),
  smallest: (caseSettings(core.knowledge().settings).escalation ?? usualTerms).smallestCount,
  https: config.publicUrl?.startsWith('https:') ?? false,
  now: () => deps.now(),
});
