import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { Provider } from '../../../cases/index.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';

const provider = (name: string, changes: Partial<Provider>): Provider => ({
  id: name.toLowerCase(),
  name,
  canLead: 'unknown',
  waitingListSince: null,
  registrations: [],
  delivers: [],
  ...changes,
});
const mee = provider('MEE', { waitingListSince: '2026-08-01', delivers: ['regie'] });
const homestart = provider('Homestart', { canLead: 'no', delivers: ['opvoedsteun'] });
const cjg = provider('CJG', { canLead: 'yes', delivers: ['regie'], registrations: ['SKJ'] });
const providers = [mee, homestart, cjg];
const dutch = { yes: 'ja', no: 'nee', unknown: 'onbekend' } as const;

function theMunicipality(): Knowledge {
  const knowledge = aKnowledge();
  const { regie } = knowledge.settings;
  const aanbieders = providers.map(({ id, name, canLead, waitingListSince, registrations, delivers }) => ({
    id,
    naam: name,
    kanRegie: dutch[canLead],
    wachtlijstSinds: waitingListSince,
    registraties: [...registrations],
    levert: [...delivers],
  }));
  return { ...knowledge, settings: { ...knowledge.settings, regie: { ...regie, aanbieders } } };
}

const talking = () => aWorkerTalk({ knowledge: theMunicipality(), world: { settings: { providers } } });
const referral = { provider: '', to: '', purpose: 'regie', on: '2026-11-23' };

describe('a referral (W9, W10)', () => {
  it('shows the register on the form, and goes to the party that was chosen from it', async () => {
    const talk = await talking();
    const form = await talk.says('verwijzing De Vries');
    expect(form)
      .to.include('MEE')
      .and.include('wachtlijst sinds zaterdag 1 augustus 2026')
      .and.include('kan regie voeren');
    await talk.presses('save-referral', { ...referral, provider: '#2' });
    expect((await talk.stored()).referrals).to.have.length(1);
    expect((await talk.stored()).referrals[0]).to.include({ to: 'CJG', purpose: 'regie' });
  });

  it('is refused on the card itself when the party can’t lead, with who can and with everything typed', async () => {
    const talk = await talking();
    await talk.says('verwijzing De Vries');
    const cardRef = talk.ref();
    const refused = await talk.presses('save-referral', { ...referral, to: 'Homestart' });
    expect(refused)
      .to.include(textOf('weiger.cannot-deliver'))
      .and.include(textOf('verwijzing.kan-niet.cannot-lead'))
      .and.include('CJG');
    expect(JSON.stringify(talk.newest())).to.include('"value":"Homestart"').and.include('"value":"regie"');
    expect(talk.ref()).to.equal(cardRef);
    expect((await talk.stored()).referrals).to.deep.equal([]);
    await talk.presses('save-referral', { ...referral, to: 'CJG' });
    expect((await talk.stored()).referrals.map(({ to }) => to)).to.deep.equal(['CJG']);
  });

  it('is refused when there is a waiting list, with since when', async () => {
    const talk = await talking();
    await talk.says('verwijzing De Vries');
    expect(await talk.presses('save-referral', { ...referral, provider: '#0' })).to.include(
      'er is een wachtlijst sinds zaterdag 1 augustus 2026',
    );
  });

  it('is refused the second time, with when and what came of the first', async () => {
    const talk = await talking();
    await talk.says('verwijzing De Vries');
    await talk.presses('save-referral', { ...referral, to: 'Vriendendienst', on: '2026-10-01' });
    await talk.says('uitkomst verwijzing De Vries');
    const data = { referralId: '#0', outcome: 'refused', reason: 'Geen plek', on: '2026-10-10' };
    const told = await talk.presses('save-referral-outcome', data);
    expect(told).to.include('1 keer verwezen, 1 keer zonder resultaat').and.include('Vriendendienst (1 ×)');
    await talk.says('verwijzing De Vries');
    const again = await talk.presses('save-referral', { ...referral, to: 'vriendendienst' });
    expect(again)
      .to.include(textOf('weiger.referral-twice'))
      .and.include('donderdag 1 oktober 2026')
      .and.include(textOf('verwijzing.uitkomst.refused'))
      .and.include('Geen plek');
    expect((await talk.stored()).referrals).to.have.length(1);
    expect(await talk.says('controleer gezin De Vries')).to.include('Van het kastje naar de muur');
  });

  it('needs to know why, unless the help was given', async () => {
    const talk = await talking();
    await talk.says('verwijzing De Vries');
    await talk.presses('save-referral', { ...referral, to: 'Vriendendienst' });
    await talk.says('uitkomst verwijzing De Vries');
    const data = { referralId: '#0', outcome: 'waiting-list', reason: '', on: '2026-11-23' };
    expect(await talk.presses('save-referral-outcome', data)).to.include(textOf('fout.werk.reason'));
    expect(await talk.presses('save-referral-outcome', { ...data, outcome: 'done' })).to.include(
      textOf('vastgelegd.referral-outcome'),
    );
  });

  it('can be prepared by asking for the register', async () => {
    const talk = await talking();
    const card = await talk.says('aanbieders');
    expect(card)
      .to.include('Homestart')
      .and.include('kan geen regie voeren')
      .and.include('SKJ')
      .and.include('opvoedsteun');
  });
});
