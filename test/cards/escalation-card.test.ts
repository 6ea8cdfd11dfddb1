import { expect } from 'chai';
import { escalationCard, wordsOf } from '../../cards/index.ts';
import type { OnePlanFinding } from '../../cases/index.ts';
import { aFamilyCase, anEscalation } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aDeskView } from '../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());

const finding: OnePlanFinding = {
  kind: 'deviates',
  plan: { kind: 'several', planIds: ['plan-1', 'plan-2'] },
  regisseur: { kind: 'several', regisseurIds: ['regisseur-1', 'regisseur-2'] },
};

describe('the card of an escalation', () => {
  it('shows the seal of the words short, the facts, the dates and the three answers', () => {
    const escalation = anEscalation({
      ownWords: { text: 'Help', sha256: '0123456789abcdef'.repeat(4), writtenAt: '2026-11-22T23:30:00.000Z' },
    });
    const text = JSON.stringify(escalationCard(aDeskView({ escalation, finding }), words));
    expect(text).to.include('0123456789ab, maandag 23 november 2026').and.not.include('0123456789abc');
    expect(text).to.include('vrijdag 4 december 2026').and.include('Ja, het zit vast');
  });

  it('has no form and no buttons for who may not decide', () => {
    const card = escalationCard(aDeskView({ mayDecide: false }), words);
    expect(card).to.not.have.property('actions');
    expect(JSON.stringify(card)).to.include(textOf('escalatie.alleen-lezen'));
    expect(JSON.stringify(card)).to.not.include('Input.');
  });

  it('says when the question is not yet about a known family', () => {
    const familyCase = aFamilyCase({ family: { kind: 'unmatched' } });
    const text = JSON.stringify(escalationCard(aDeskView({ familyCase, label: 'L-7F3K2M' }), words));
    expect(text).to.include(textOf('kaart.zonder-naam'));
  });
});
