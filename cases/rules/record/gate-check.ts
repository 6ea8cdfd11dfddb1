/** The gate: whether there is a plan and a regisseur is known, with its evidence, before a first contact ends. */
import type { Day, FamilyCase, GateCheck, SignalCode } from '../../model.ts';
import type { CompleteCheck } from '../complete-check.ts';
import { invalid, problemOfPast } from '../fields.ts';
import type { Refusal } from '../refusal.ts';
import { carriedOut, finished, type RecordedChange, unchanged } from './record.ts';
import { newFact, type RecordContext, withFact } from './with-fact.ts';

/** From this many parties around the family there are many agencies. */
const manyParties = 3;

/** What the check makes known for the stuck rules: that there is no plan, and that many are around. */
const madeKnown = (familyCase: FamilyCase, { finding }: CompleteCheck, day: Day): readonly SignalCode[] => {
  const around = familyCase.parties.filter(({ until }) => until === null || until >= day).length;
  return [
    ...(finding.kind !== 'unknown' && finding.plan.kind === 'none' ? (['no-plan'] as const) : []),
    ...(around >= manyParties ? (['many-agencies'] as const) : []),
  ];
};

export const enterGateCheck = (
  familyCase: FamilyCase,
  { contactOn, complete }: { readonly contactOn: Day; readonly complete: CompleteCheck },
  commandId: string,
  context: RecordContext,
): RecordedChange | Refusal => {
  const earlier = carriedOut(familyCase, commandId, 'gate-check');
  if (earlier !== undefined) return unchanged(familyCase, { commandId, id: earlier }, context);
  const problem = invalid({ contactOn: problemOfPast(contactOn, context.now) });
  if (problem !== undefined) return problem;
  const gateCheck: GateCheck = {
    id: context.newId(),
    at: complete.at,
    by: complete.by,
    contactOn,
    finding: complete.finding,
    lookedAt: complete.lookedAt,
  };
  const signals = madeKnown(familyCase, complete, contactOn);
  const fact = newFact(familyCase, { on: contactOn, signals }, context);
  const next = { ...withFact(familyCase, fact), gateChecks: [...familyCase.gateChecks, gateCheck] };
  return finished(familyCase, next, { commandId, kind: 'gate-check', id: gateCheck.id }, context);
};
