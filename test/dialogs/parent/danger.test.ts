import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';
import { writing } from './a-writing-parent.ts';

describe('danger', () => {
  it('gets numbers first, and then an offer to go on', async () => {
    const [first, second] = await aTalk({ as: parent }).says('ik wil niet meer leven');
    expect(first).to.deep.include({ kind: 'text', tone: 'urgent' });
    expect(first).to.have.property('links').that.deep.includes({ title: 'Bel 112', url: 'tel:112' });
    expect(second).to.deep.include({ kind: 'choices', prompt: textOf('crisis.verder') });
  });

  it('gets the fixed words when no answer fits, with 112 first', async () => {
    const [first] = await aTalk({ as: parent }).says('hij heeft een mes');
    expect(first).to.have.nested.property('links[0].url', 'tel:112');
    expect(first).to.have.nested.property('paragraphs[0]', textOf('crisis.vast.1'));
  });

  it('keeps the running flow and asks the open question again', async () => {
    const talk = aTalk({ as: parent });
    const replies = await talk.saysAll('vraag voorleggen', 'nee', 'ik wil niet meer leven');
    expect(replies[0]).to.include({ tone: 'urgent' });
    expect(heard(replies)).to.match(/Is het ingewikkeld\?/);
    expect(heard(await talk.says('ja'))).to.include('Zit het vast?');
  });

  it('that is a choice of the flow leads where the flow says', async () => {
    const replies = await aTalk({ as: parent }).saysAll('vraag voorleggen', 'Ja, nu gevaar');
    expect(replies).to.have.length(1);
    expect(heard(replies))
      .to.match(/^Bel 112\nBel nu\./)
      .and.include('<tel:112>');
  });

  it('in own words shows the numbers and keeps the words', async () => {
    const talk = await writing();
    const replies = await talk.says('ik wil niet meer leven');
    expect(replies[0]).to.include({ tone: 'urgent' });
    expect(heard(replies)).to.include(textOf('crisis.woorden-nog-niet-verstuurd')).and.include('Mag ik dit versturen?');
    await talk.says('versturen');
    expect(talk.calls[0]?.args[1]).to.include({ ownWords: 'ik wil niet meer leven' });
  });

  it('is heard from every actor', async () => {
    const script = { ownCases: () => Promise.resolve([]) };
    const talk = aTalk({ as: { kind: 'officer', id: 'o-1', name: 'Olga' }, script });
    expect((await talk.says('ik wil niet meer leven'))[0]).to.include({ tone: 'urgent' });
  });
});
