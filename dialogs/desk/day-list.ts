/** What waits today at an officer beside the questions: promises, orders and proposals of the families on this desk. */
import { dayLines, wordsOf } from '../../cards/index.ts';
import type { Day, StaffActor, Tracked } from '../../cases/index.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import type { DialogDeps, Reply } from '../types.ts';
import { isOfEscalation, writtenDown } from './promises.ts';

type Deps = Pick<DialogDeps, 'knowledge' | 'cases' | 'pause'> & { readonly today: Day };

/** No reply when nothing waits. Every look is recorded. */
export async function dayList({ knowledge, cases, today, pause }: Deps, actor: StaffActor): Promise<readonly Reply[]> {
  const near = await cases.running(actor);
  if ('kind' in near) return refusalReplies(near, null, knowledge);
  if (near.length === 0) return [];
  const families = [...new Set(near.map(({ familyCase }) => familyCase.id))];
  const promises = await cases.openPromises(actor, families, () => pause());
  if ('kind' in promises) return refusalReplies(promises, null, knowledge);
  const isHere = (caseId: string, promise: Tracked) =>
    near.find(
      ({ familyCase, escalation }) =>
        familyCase.id === caseId && (writtenDown(promise) || isOfEscalation(escalation, promise)),
    );
  const rows = promises.flatMap(({ caseId, promise }) => {
    const view = isHere(caseId, promise);
    return view === undefined ? [] : [{ promise, family: view.label }];
  });
  const lines = dayLines(rows, today, wordsOf(knowledge));
  return lines.length === 0 ? [] : [say(lines)];
}
