/** Naming a regisseur and having a plan are one promise: whoever is named has a day by which the plan is there. */
import type { Escalation, FamilyCase, Regisseur } from '../../model.ts';
import { enterRegisseur } from '../record/regisseurs.ts';
import type { Refusal } from '../refusal.ts';
import { addDays, localDay } from '../werkdagen.ts';
import type { RegisseurInput } from './actions.ts';
import type { Action, At, Drafted } from './desk.ts';
import { byName } from './step.ts';

export interface Assigned {
  readonly kind: 'assigned';
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly regisseurId: string;
}

/** A family has one: who led it before stops the day before. */
const relieved = (regisseurs: readonly Regisseur[], newId: string, today: string): readonly Regisseur[] => {
  const yesterday = addDays(today, -1);
  return regisseurs.map((one) => {
    const leads = one.id !== newId && (one.until === null || one.until >= today);
    return leads ? { ...one, until: one.since > yesterday ? one.since : yesterday } : one;
  });
};

export const assigned = (at: At, regisseur: RegisseurInput): Assigned | Refusal => {
  const { familyCase, escalation, by, context } = at;
  const today = localDay(context.now);
  const recorder = { kind: 'officer', id: by.id, name: by.name } as const;
  const entry = { kind: 'regisseur', on: today, regisseur } as const;
  const outcome = enterRegisseur(familyCase, entry, { ...context, by: recorder });
  if (outcome.kind !== 'entered') return outcome;
  const regisseurs = relieved(outcome.familyCase.regisseurs, outcome.id, today);
  return {
    kind: 'assigned',
    familyCase: { ...outcome.familyCase, regisseurs },
    escalation: { ...escalation, planBy: addDays(today, context.settings.planWithinDays) },
    regisseurId: outcome.id,
  };
};

export const assignRegisseur = (at: At, action: Action<'assign-regisseur'>): Drafted => {
  const { closing } = at.escalation;
  if (closing !== null) return { kind: 'already-closed', closing, escalation: at.escalation };
  const outcome = assigned(at, action.regisseur);
  if (outcome.kind !== 'assigned') return outcome;
  const { familyCase, escalation, regisseurId } = outcome;
  const step = {
    kind: 'regisseur-assigned',
    by: byName(at.by),
    reason: action.regisseur.name.trim(),
    day: escalation.planBy,
    about: regisseurId,
    tell: ['filer'],
  } as const;
  return { familyCase, escalation, steps: [step] };
};
