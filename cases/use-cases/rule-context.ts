import type { CaseDeps } from '../ports.ts';
import type { EscalationContext } from '../rules/file-escalation.ts';

/** What the rules need of the outside, as it is at this moment. */
export const ruleContext = async (deps: CaseDeps): Promise<EscalationContext> => ({
  now: deps.now(),
  settings: deps.settings,
  officers: await deps.roles.officers(),
  ready: deps.isReady?.() ?? true,
  newId: () => deps.newId(),
  sha256: (text) => deps.sha256(text),
});
