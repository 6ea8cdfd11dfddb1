/** What can happen in a flow. Flows are data, effects are code: a flow names one and says where each outcome leads. */
import { lookAtReach } from './effects/call-back.ts';
import { checkFamily } from './effects/check-family.ts';
import type { Effect, EffectContext, EffectResult } from './effects/effect.ts';
import { fileEscalation } from './effects/file-escalation.ts';
import { findFamily } from './effects/find-family.ts';
import { keepQuestion } from './effects/keep-question.ts';
import { lookAtQuestion } from './effects/look-at-question.ts';
import { makeSummary } from './effects/make-summary.ts';
import { putBeside } from './effects/put-beside.ts';
import {
  askCallBack,
  comment,
  complain,
  confirmSummary,
  correctSummary,
  giveAnswer,
  propose,
  takeBack,
  tellHelped,
} from './effects/react.ts';
import { showForm } from './effects/show-form.ts';

export interface EffectEntry {
  /** Outcomes that a flow must handle. */
  readonly uitkomsten: readonly string[];
  /** Placeholders that the steps after it may use, in the same turn. */
  readonly biedt: readonly string[];
  /** Placeholders that stay until the flow ends. */
  readonly bewaart?: readonly string[];
}

/** Of an effect that passes on what a parent adds. */
const passesOn = (...biedt: readonly string[]): EffectEntry => ({
  uitkomsten: ['gelukt', 'lukt-niet'],
  biedt: ['melding', ...biedt],
});

/** The catalogue for the knowledge check. */
export const effects: Readonly<Record<string, EffectEntry>> = {
  'escalatie-indienen': {
    uitkomsten: ['ingediend', 'al-voorgelegd', 'niet-mogelijk'],
    biedt: ['nummer', 'volgcode', 'datum', 'wie'],
  },
  'gezin-zoeken': { uitkomsten: ['gevonden', 'kiezen', 'geen-gezinnen', 'niet-bevoegd', 'niet-vastgelegd'], biedt: [] },
  'gezin-controleren': { uitkomsten: ['getoond', 'geen-toegang', 'niet-gevonden', 'niet-vastgelegd'], biedt: [] },
  'formulier-tonen': { uitkomsten: ['getoond', 'geen-gezinnen', 'niet-bevoegd', 'niet-vastgelegd'], biedt: [] },
  'samenvatting-maken': { uitkomsten: ['gemaakt'], biedt: [], bewaart: ['samenvatting', 'meegestuurd'] },
  'aanvulling-bewaren': { uitkomsten: ['gelukt', 'te-lang'], biedt: [] },
  'vraag-bekijken': {
    uitkomsten: [
      'vraag-aan-u',
      'geholpen',
      'samenvatting',
      'loopt',
      'besloten',
      'ingetrokken',
      'intrekken',
      'intrekken-nu',
      'lukt-niet',
    ],
    biedt: ['melding'],
    bewaart: ['nummer', 'samenvatting', 'vanWie', 'vraagAanU', 'voorWanneer'],
  },
  'antwoord-geven': { uitkomsten: ['gelukt', 'nog-een', 'lukt-niet'], biedt: ['melding'] },
  'reactie-geven': { uitkomsten: ['gelukt', 'welke-stap', 'lukt-niet'], biedt: ['melding'] },
  'samenvatting-bevestigen': passesOn(),
  'samenvatting-verbeteren': passesOn(),
  'voorstel-doen': passesOn(),
  'bereikbaar-bekijken': { uitkomsten: ['compleet', 'zonder-tijd', 'zonder-nummer'], biedt: [] },
  'terugbellen-vragen': { ...passesOn('belDag'), bewaart: ['bereik'] },
  'geholpen-doorgeven': {
    uitkomsten: ['geholpen', 'nog-niet', 'weer-open', 'lukt-niet'],
    biedt: ['melding', 'nieuweDatum'],
  },
  'klacht-indienen': passesOn('klachtDag'),
  'vraag-intrekken': passesOn('ookNiet'),
  'vraag-laten-staan': { uitkomsten: ['blijft', 'ingetrokken', 'lukt-niet'], biedt: ['melding'], bewaart: ['stand'] },
};

const code: Readonly<Record<string, Effect>> = {
  'escalatie-indienen': fileEscalation,
  'gezin-zoeken': findFamily,
  'gezin-controleren': checkFamily,
  'formulier-tonen': showForm,
  'samenvatting-maken': makeSummary,
  'aanvulling-bewaren': putBeside,
  'vraag-bekijken': lookAtQuestion,
  'antwoord-geven': giveAnswer,
  'reactie-geven': comment,
  'samenvatting-bevestigen': confirmSummary,
  'samenvatting-verbeteren': correctSummary,
  'voorstel-doen': propose,
  'bereikbaar-bekijken': lookAtReach,
  'terugbellen-vragen': askCallBack,
  'geholpen-doorgeven': tellHelped,
  'klacht-indienen': complain,
  'vraag-intrekken': takeBack,
  'vraag-laten-staan': keepQuestion,
};

export function runEffect(name: string, context: EffectContext): Promise<EffectResult> {
  const effect = code[name];
  if (effect === undefined) throw new Error(`Failed to run effect ${name}: it does not exist. Run knowledge:check.`);
  return effect(context);
}
