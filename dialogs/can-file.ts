import type { Flow } from '../knowledge/index.ts';

/** Effects that put something before the aanspreekpunt, or hand out the form for it. */
const filing = ['escalatie-indienen', 'formulier-tonen'];

/** Whether this flow can put something before the aanspreekpunt. */
export function canFile(flow: Flow): boolean {
  return Object.values(flow.stappen).some((step) => step.soort === 'actie' && filing.includes(step.actie));
}
