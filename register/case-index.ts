/** Look-ups over all cases, in memory. Replacing a case costs in proportion to that case, not to their number. */
import { type CaseLabel, type DueNotice, type FamilyCase, filingsOf, isRunning } from '../cases/index.ts';

type CasesByKey = Map<string, Set<string>>;

interface Keys {
  readonly cards: readonly string[];
  readonly codes: readonly string[];
  readonly workers: readonly string[];
  readonly officers: readonly string[];
  readonly due: readonly DueNotice[];
}

const byLabel = new Intl.Collator('nl');

/** Two families of one name stand in the same order after a restart. */
const byNameThenId = (one: CaseLabel, other: CaseLabel): number =>
  byLabel.compare(one.label, other.label) || (one.caseId < other.caseId ? -1 : 1);

const none: Keys = { cards: [], codes: [], workers: [], officers: [], due: [] };

const officersOf = (familyCase: FamilyCase): readonly string[] =>
  familyCase.escalations
    .filter(isRunning)
    .flatMap(({ id, owner }) => [
      owner,
      ...familyCase.cards
        .filter((card) => card.escalationId === id && card.state === 'live')
        .map(({ addressee }) => addressee),
    ]);

const dueIn = ({ id: caseId, notices }: FamilyCase): readonly DueNotice[] =>
  notices.flatMap(({ id: noticeId, state }) => {
    if (state.kind === 'pending') return [{ caseId, noticeId, dueAt: state.dueAt }];
    return state.kind === 'ambiguous' ? [{ caseId, noticeId, dueAt: state.proofUntil }] : [];
  });

const keysOf = (familyCase: FamilyCase | undefined): Keys =>
  familyCase === undefined
    ? none
    : {
        cards: familyCase.cards.map(({ cardRef }) => cardRef),
        codes: familyCase.escalations.flatMap((one) => filingsOf(one).map(({ followCodeHash }) => followCodeHash)),
        workers: familyCase.workers,
        officers: officersOf(familyCase),
        due: dueIn(familyCase),
      };

const drop = (index: CasesByKey, key: string, caseId: string) => {
  const cases = index.get(key);
  cases?.delete(caseId);
  if (cases?.size === 0) index.delete(key);
};

const put = (index: CasesByKey, key: string, caseId: string) => {
  const cases = index.get(key);
  if (cases === undefined) index.set(key, new Set([caseId]));
  else cases.add(caseId);
};

export const makeCaseIndex = () => {
  const cases = new Map<string, FamilyCase>();
  const byCard = new Map<string, string>();
  const byCode = new Map<string, string>();
  const byWorker: CasesByKey = new Map();
  const byOfficer: CasesByKey = new Map();
  const due = new Map<string, readonly DueNotice[]>();
  /** The families of a worker in order of their names, as they were asked for last. */
  const ofWorker = new Map<string, readonly CaseLabel[]>();

  const labelled = (caseIds: Iterable<string>): CaseLabel[] =>
    [...caseIds].flatMap((caseId) => {
      const family = cases.get(caseId)?.family;
      return family?.kind === 'known' ? [{ caseId, label: family.label }] : [];
    });
  const sortedFor = (workerId: string): readonly CaseLabel[] =>
    labelled(byWorker.get(workerId) ?? []).sort(byNameThenId);

  return {
    size: () => cases.size,
    get: (caseId: string) => cases.get(caseId),

    /** Nothing here can fail half-way, and nothing awaits: readers see the case before or the case after. */
    replace(next: FamilyCase): void {
      const before = keysOf(cases.get(next.id));
      const after = keysOf(next);
      for (const ref of before.cards) byCard.delete(ref);
      for (const code of before.codes) byCode.delete(code);
      for (const worker of before.workers) drop(byWorker, worker, next.id);
      for (const worker of [...before.workers, ...after.workers]) ofWorker.delete(worker);
      for (const officer of before.officers) drop(byOfficer, officer, next.id);
      cases.set(next.id, next);
      for (const ref of after.cards) byCard.set(ref, next.id);
      for (const code of after.codes) byCode.set(code, next.id);
      for (const worker of after.workers) put(byWorker, worker, next.id);
      for (const officer of after.officers) put(byOfficer, officer, next.id);
      if (after.due.length === 0) due.delete(next.id);
      else due.set(next.id, after.due);
    },

    /** As `replace`, with nothing after it. */
    remove(caseId: string): void {
      const before = keysOf(cases.get(caseId));
      for (const ref of before.cards) byCard.delete(ref);
      for (const code of before.codes) byCode.delete(code);
      for (const worker of before.workers) {
        drop(byWorker, worker, caseId);
        ofWorker.delete(worker);
      }
      for (const officer of before.officers) drop(byOfficer, officer, caseId);
      due.delete(caseId);
      cases.delete(caseId);
    },

    ids: () => [...cases.keys()],
    caseOfCard: (cardRef: string) => byCard.get(cardRef),
    caseOfFollowCode: (hash: string) => byCode.get(hash),
    casesForOfficer: (officerId: string | null): readonly string[] =>
      officerId === null
        ? [...new Set([...byOfficer.values()].flatMap((ids) => [...ids]))]
        : [...(byOfficer.get(officerId) ?? [])],

    casesOf: (workerId: string | null): readonly CaseLabel[] => {
      if (workerId === null) return labelled(cases.keys());
      const known = ofWorker.get(workerId);
      if (known !== undefined) return known;
      const families = Object.freeze(sortedFor(workerId));
      if (families.length > 0) ofWorker.set(workerId, families);
      return families;
    },

    due: (now: string, limit: number): readonly DueNotice[] =>
      [...due.values()]
        .flat()
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : Number(one.dueAt > other.dueAt)))
        .slice(0, limit),
  };
};

export type CaseIndex = ReturnType<typeof makeCaseIndex>;
