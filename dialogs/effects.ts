/** What can happen in a flow. Flows are data, effects are code: a flow names one and says where each outcome leads. */
import { checkFamily } from './effects/check-family.ts';
import type { Effect, EffectContext, EffectResult } from './effects/effect.ts';
import { fileEscalation } from './effects/file-escalation.ts';
import { findFamily } from './effects/find-family.ts';
import { showForm } from './effects/show-form.ts';

export interface EffectEntry {
  /** Outcomes that a flow must handle. */
  readonly uitkomsten: readonly string[];
  /** Placeholders that the steps after it may use, in the same turn. */
  readonly biedt: readonly string[];
}

/** The catalogue for the knowledge check. */
export const effects: Readonly<Record<string, EffectEntry>> = {
  'escalatie-indienen': { uitkomsten: ['ingediend', 'niet-mogelijk'], biedt: ['nummer', 'volgcode', 'datum'] },
  'gezin-zoeken': { uitkomsten: ['gevonden', 'kiezen', 'geen-gezinnen', 'niet-bevoegd'], biedt: [] },
  'gezin-controleren': { uitkomsten: ['getoond', 'geen-toegang', 'niet-gevonden', 'niet-vastgelegd'], biedt: [] },
  'formulier-tonen': { uitkomsten: ['getoond', 'geen-gezinnen', 'niet-bevoegd'], biedt: [] },
};

const code: Readonly<Record<string, Effect>> = {
  'escalatie-indienen': fileEscalation,
  'gezin-zoeken': findFamily,
  'gezin-controleren': checkFamily,
  'formulier-tonen': showForm,
};

export function runEffect(name: string, context: EffectContext): Promise<EffectResult> {
  const effect = code[name];
  if (effect === undefined) throw new Error(`Failed to run effect ${name}: it does not exist. Run knowledge:check.`);
  return effect(context);
}
