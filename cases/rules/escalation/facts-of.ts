/** The dated facts of a case, to lay beside what somebody states: nothing is said in a complaint answer without one. */
import type { FactBeside, FamilyCase } from '../../model.ts';
import { localDay } from '../werkdagen.ts';

/** `what` is a code for a step (`stap.decided`) or a signal (`signaal.referral`), or the note of who wrote it down. Oldest first. */
export const factsOf = (familyCase: FamilyCase, escalationId: string): readonly FactBeside[] => {
  const escalation = familyCase.escalations.find(({ id }) => id === escalationId);
  const steps = (escalation?.steps ?? []).map(({ id, at, kind }) => ({
    ref: id,
    on: localDay(new Date(at)),
    what: `stap.${kind}`,
  }));
  const facts = familyCase.facts.map(({ id, date, signals, note }) => ({
    ref: id,
    on: date,
    what: signals.length > 0 ? signals.map((code) => `signaal.${code}`).join(' ') : (note ?? ''),
  }));
  return [...facts, ...steps].sort((one, other) => one.on.localeCompare(other.on));
};
