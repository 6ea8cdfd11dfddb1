/** The own question by follow code: how it stands, leaving it alone and taking it back. */
import { expect } from 'chai';
import { aParentTalk } from '../support/a-parent-talk.ts';

describe('the own question, by follow code (P7 P10 P16 P17 P20 O8)', () => {
  it('tells every step with its day, newest state first, and the own words', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'take' });
    const told = await talk.says(code);
    expect(told).to.match(/Olga Officier is sinds maandag 23 november 2026 met uw vraag bezig/);
    expect(told)
      .to.match(/\d\. maandag 23 november 2026: Olga Officier pakte uw vraag op\./)
      .and.include('Niemand belt terug.');
  });

  it('can be left alone: says that nothing more was sent', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, 'Nee, ik ben klaar')).to.match(/blijft staan/);
    expect(await talk.says(code, 'Waar kan ik nog meer naartoe?')).to.match(/vertrouwenspersoon/);
    expect(await talk.says(code, 'Mijn vraag intrekken', 'Nee, laat mijn vraag staan')).to.match(/Er verandert niets/);
    expect((await talk.stored()).state.kind).to.equal('filed');
  });

  it('is taken back after a yes, and says later that nobody works on it any more', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(`intrekken ${code}`)).to.match(/echt intrekken/);
    expect(await talk.says('Ja, intrekken')).to.match(/is ingetrokken/);
    expect(await talk.says(code)).to.match(/niet meer gewerkt/);
    expect(await talk.says(`ja, intrekken ${code}`)).to.match(/niet meer gewerkt/);
  });

  it('is known in the chat in which it was filed, and in another one only with the code', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says('Reageren op mijn vraag')).to.match(/Uw vraag heeft nummer/);
    const other = talk.chat();
    expect(await other.says('Reageren op mijn vraag')).to.match(/Typ uw volgcode/);
    expect(await other.says(code.toLowerCase().replace('-', ' '))).to.match(/Uw vraag heeft nummer/);
  });
});
