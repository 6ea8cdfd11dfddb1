import type { Register } from '../cases/index.ts';
import type { CaseIndex } from './case-index.ts';

/** The reading half of the port over the index. Cases are frozen, so they are handed out as they are. */
export const readsOf = (index: CaseIndex, refuseWhenUnusable: () => void): Omit<Register, 'commit' | 'close'> => {
  const answer = <T>(value: () => T): Promise<T> =>
    new Promise((resolve) => {
      refuseWhenUnusable();
      resolve(value());
    });
  return {
    read: (caseId) => answer(() => index.get(caseId)),
    caseOfCard: (cardRef) => answer(() => index.caseOfCard(cardRef)),
    caseOfFollowCode: (hash) => answer(() => index.caseOfFollowCode(hash)),
    casesOf: (workerId) => answer(() => index.casesOf(workerId)),
    casesForOfficer: (officerId) => answer(() => index.casesForOfficer(officerId)),
    due: (now, limit) => answer(() => index.due(now, limit)),
  };
};
