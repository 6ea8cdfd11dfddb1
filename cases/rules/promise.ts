/** What was promised about a family: as a promise, or as a fact that says no more than that there was a commitment or a recommendation. */
import type { Day, Fact, FamilyCase, PromiseMade, PromiseStep } from '../model.ts';

const droppedStep = ({ kind }: PromiseStep): boolean => kind === 'dropped';

/** The step with which it was dropped; `undefined`: it was not. */
export const droppedBy = ({ steps }: PromiseMade): PromiseStep | undefined => steps?.findLast(droppedStep);

/** Neither kept nor dropped. One that was missed is still to be kept. */
export const isOpenPromise = (promise: PromiseMade): boolean =>
  promise.keptOn === null && droppedBy(promise) === undefined;

type Promised = Pick<FamilyCase, 'facts' | 'promises' | 'signals'>;

const kindOf = ({ signals }: Fact): PromiseMade['kind'] => {
  if (signals.includes('recommendation')) return 'recommendation';
  return signals.includes('commitment-without-date') ? 'commitment' : undefined;
};

/** Documents from before `factId`: a promise without a date left a fact with the same words on the same day. */
const standsFor = ({ factId, madeOn, what }: PromiseMade, { id, date, note }: Fact): boolean =>
  factId === undefined ? madeOn === date && what === note : factId === id;

/** The fact as a promise that nobody named a day for; it keeps the id of the fact, so that an open form finds it. */
const fromFact = (fact: Fact, { signals }: Promised): PromiseMade => {
  const { id, date, note, by } = fact;
  const kind = kindOf(fact);
  const said = signals.find(({ factId }) => factId === id);
  return {
    id,
    kind,
    factId: id,
    what: note ?? said?.words?.text ?? null,
    toWhom: said?.from ?? null,
    owner: kind === 'commitment' ? by.name : null,
    madeOn: date,
    due: null,
    keptOn: null,
    missedOn: null,
  };
};

/** Facts that no promise stands for yet, as promises. */
const promisesInFacts = (family: Promised): readonly PromiseMade[] =>
  family.facts
    .filter((fact) => kindOf(fact) !== undefined && !family.promises.some((one) => standsFor(one, fact)))
    .map((fact) => fromFact(fact, family));

/** Everything promised, ended or not. */
export const allPromises = (family: Promised): readonly PromiseMade[] => [
  ...family.promises,
  ...promisesInFacts(family),
];

/** What is not done any more, as the family may read it: never in silence. */
export interface DroppedPromise {
  readonly what: string | null;
  readonly kind: NonNullable<PromiseMade['kind']> | 'promise';
  /** Name of the colleague. */
  readonly by: string;
  readonly droppedOn: Day;
  /** To the letter. */
  readonly reason: string;
}

/** In the order in which they were made. */
export const droppedPromises = ({ promises }: Pick<FamilyCase, 'promises'>): readonly DroppedPromise[] =>
  promises.flatMap((promise) => {
    const step = droppedBy(promise);
    if (step === undefined) return [];
    const { what, kind = 'promise' } = promise;
    return [{ what, kind, by: step.by, droppedOn: step.on, reason: step.note ?? '' }];
  });
