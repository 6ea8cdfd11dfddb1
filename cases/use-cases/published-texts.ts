/** What stands on the public page, with the way back to the escalation: without it nobody could take it off. */
import type { FamilyCase, StaffActor } from '../model.ts';
import type { CaseDeps } from '../ports.ts';
import { type PublishedText, publishedIn } from '../rules/escalation/publication.ts';
import type { Refusal } from '../rules/refusal.ts';
import { deny, recordLooks, staffOf } from './audited.ts';

const betweenPauses = 50;

const textsOf = ({ id: caseId, escalations, cards }: FamilyCase, officerId: string): readonly PublishedText[] =>
  escalations.flatMap((escalation) => {
    const { id, number, closing } = escalation;
    const published = publishedIn(escalation);
    if (closing === null || published === null) return [];
    const own = cards.findLast(
      ({ escalationId, addressee, state }) => escalationId === id && addressee === officerId && state === 'live',
    );
    return [{ caseId, escalationId: id, number, closedAt: closing.at, ...published, cardRef: own?.cardRef ?? null }];
  });

export const publishedTexts = async (
  deps: CaseDeps,
  actor: StaffActor,
  ids: readonly string[],
  pause: () => Promise<void>,
): Promise<readonly PublishedText[] | Refusal> => {
  const look = { actor: actor.id, subject: 'all-families' };
  const staff = await staffOf(deps, actor);
  if (staff?.role !== 'officer') return deny(deps, 'published', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'published-listed', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const found: PublishedText[] = [];
  for (const [place, caseId] of ids.entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    const familyCase = await deps.register.read(caseId);
    if (familyCase !== undefined) found.push(...textsOf(familyCase, staff.id));
  }
  return found.sort((one, other) => other.closedAt.localeCompare(one.closedAt));
};
