import { expect } from 'chai';
import { escalationBaseCard, forSubmit, pickFamilyCard, wordsOf } from '../../cards/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { elementsIn } from '../support/card-walk.ts';

const words = wordsOf(aKnowledge());
const cardRef = 'card-0000000000000001';

describe('a card for the web', () => {
  it('carries the verb in the data of Action.Submit and has no refresh', () => {
    const base = escalationBaseCard(anEscalation(), cardRef, words);
    const card = forSubmit({ ...base, refresh: { action: { type: 'Action.Execute', verb: 'open' }, userIds: ['x'] } });
    expect(card.actions).to.deep.equal([
      {
        type: 'Action.Submit',
        title: 'Openen',
        data: { cardRef, verb: 'open' },
        associatedInputs: 'none',
        style: 'positive',
      },
    ]);
    expect(JSON.stringify(card)).to.not.include('refresh');
    expect(base.actions?.[0]).to.include({ type: 'Action.Execute' });
  });

  it('changes the buttons inside the card too', () => {
    const card = forSubmit(pickFamilyCard([{ cardRef, label: 'Gezin' }], words));
    const actions = elementsIn(card).filter(({ type }) => type.startsWith('Action.'));
    expect(actions).to.deep.equal([
      { type: 'Action.Submit', data: { cardRef, verb: 'check' }, associatedInputs: 'none' },
    ]);
  });
});
