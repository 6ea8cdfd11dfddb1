/** The nightly run of the stuck rules: clocks run out and proposals go on while nobody does anything. */
import type { NightlyRun } from '../cases.ts';
import type { FamilyCase } from '../model.ts';
import type { CaseDeps } from '../ports.ts';
import { nextVersion } from '../rules/change.ts';
import { growStuck } from '../rules/stuck/grow.ts';
import { changeCase, type Step } from './change-case.ts';
import { ruleContext } from './rule-context.ts';

/** Few enough that the families between two pauses take a few milliseconds. */
const betweenPauses = 10;
const writersAtOnce = 8;

const grow = async (deps: CaseDeps, familyCase: FamilyCase): Promise<FamilyCase> => {
  const context = await ruleContext(deps);
  const grown = growStuck(familyCase, context).familyCase;
  if (grown === familyCase) return familyCase;
  return nextVersion(familyCase, grown, context.now, grown.audit.slice(familyCase.audit.length));
};

const write = (deps: CaseDeps, caseId: string): Promise<boolean> =>
  changeCase(deps, caseId, async (familyCase): Promise<Step<boolean>> => {
    const next = familyCase && (await grow(deps, familyCase));
    return next === undefined || next === familyCase
      ? { kind: 'leave', result: false }
      : { kind: 'write', familyCase: next, result: true };
  });

/**
 * Only families in which something changes are written, a few at a time. A family that can't be written does not hold up the
 * others; the next run finds it again, because nothing of this is remembered outside the families themselves.
 */
export const lookAtAll = async (deps: CaseDeps, pause: () => Promise<void>): Promise<NightlyRun> => {
  const families = await deps.register.casesOf(null);
  const context = await ruleContext(deps);
  const failed: string[] = [];
  const writing = new Set<Promise<void>>();
  let changed = 0;
  let held = 0;
  const writeOne = async (caseId: string) => {
    try {
      const written = await write(deps, caseId);
      changed += Number(written);
    } catch {
      failed.push(caseId);
    }
  };
  for (const [place, { caseId }] of families.entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    const familyCase = await deps.register.read(caseId);
    if (familyCase === undefined || familyCase.facts.length === 0) continue;
    const grown = growStuck(familyCase, context);
    held += Number(grown.held);
    if (grown.familyCase === familyCase) continue;
    const one: Promise<void> = writeOne(caseId).finally(() => writing.delete(one));
    writing.add(one);
    if (writing.size >= writersAtOnce) await Promise.race(writing);
  }
  await Promise.all(writing);
  return { families: families.length, changed, held, failed };
};
