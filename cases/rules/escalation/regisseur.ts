/** Naming a regisseur and having a plan are one promise: whoever is named has a day by which the plan is there. */
import type { Escalation, FamilyCase } from '../../model.ts';
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

/** Leads from today. `replaces`: who led before stops. */
export const assigned = (at: At, regisseur: RegisseurInput, replaces: boolean): Assigned | Refusal => {
  const { familyCase, escalation, by, context } = at;
  const today = localDay(context.now);
  const recorder = { kind: 'officer', id: by.id, name: by.name } as const;
  const entry = { kind: 'regisseur', on: today, regisseur, replaces } as const;
  const outcome = enterRegisseur(familyCase, entry, { ...context, by: recorder });
  if (outcome.kind !== 'entered') return outcome;
  return {
    kind: 'assigned',
    familyCase: outcome.familyCase,
    escalation: { ...escalation, planBy: addDays(today, context.settings.planWithinDays) },
    regisseurId: outcome.id,
  };
};

export const assignRegisseur = (at: At, action: Action<'assign-regisseur'>): Drafted => {
  const { closing } = at.escalation;
  if (closing !== null) return { kind: 'already-closed', closing, escalation: at.escalation };
  const outcome = assigned(at, action.regisseur, action.replaces ?? false);
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
