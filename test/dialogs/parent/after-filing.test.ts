/** What is said right after a question was filed: more words for it, or the same yes once more. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

describe('right after filing', () => {
  for (const said of [
    'ik wil er nog iets bij zeggen: mijn zoon is nu ook ziek',
    'nog iets: hij is ook geschorst',
    'Nog iets. Hij is ook geschorst',
  ])
    it(`shows "${said}" back as a reaction, and sends it when that is said`, async () => {
      const talk = await aParentTalk({
        matches: { [said]: { decided: 'answer', answerId: 'gezinsplan', ranked: [] } },
      });
      await talk.files();
      expect(await talk.says(said))
        .to.include(textOf('reactie.typte-al'))
        .and.include(said);
      expect((await talk.stored()).comments).to.deep.equal([]);
      await talk.says('Dit zijn mijn woorden', 'Over wat ik zelf schreef');
      expect((await talk.stored()).comments.map(({ words }) => words.text)).to.deep.equal([said]);
    });

  it('asks for the words of who only says to add something, and answers a question', async () => {
    const talk = await aParentTalk();
    await talk.files();
    expect(await talk.says('ik wil nog iets toevoegen'))
      .to.include('Typ uw reactie')
      .and.not.include('Dit typte u al');
    const other = await aParentTalk();
    await other.files();
    expect(await other.says('nog iets: hoe vraag ik een regisseur aan?')).to.not.include('Typ uw reactie');
  });

  for (const said of ['Ja, leg voor', 'ja, intrekken'])
    it(`says after "${said}" that the question is there, with its number, and changes nothing`, async () => {
      const talk = await aParentTalk();
      await talk.files();
      const before = await talk.stored();
      expect(await talk.says(said)).to.include(
        talk.deps.knowledge.text('indienen.ligt-er-al', { nummer: before.number }),
      );
      expect(await talk.stored()).to.deep.equal(before);
    });

  for (const said of ['nee toch niet', 'nee', 'nee hoor', 'niet intrekken'])
    it(`takes "${said}" for no where it is asked whether to take it back`, async () => {
      const talk = await aParentTalk();
      await talk.files();
      expect(await talk.says('mijn vraag intrekken', said)).to.include('Uw vraag blijft staan');
      expect((await talk.stored()).state.kind).to.not.equal('withdrawn');
    });
});

describe('small words at the short questions', () => {
  it('takes "nee hoor gelukkig niet" for no to danger', async () => {
    const talk = await aParentTalk();
    expect(await talk.says('Mijn vraag voorleggen', 'nee hoor gelukkig niet')).to.match(/Is de situatie ingewikkeld/);
  });

  it('asks once more after "ok" where consent is asked', async () => {
    const talk = await aParentTalk({ matches: { ok: { decided: 'answer', answerId: 'gezinsplan', ranked: [] } } });
    await talk.says('Mijn vraag voorleggen', 'Nee', 'Ik doe dit voor iemand anders', 'Familie');
    expect(await talk.says('ok'))
      .to.include(textOf('flow.kies'))
      .and.include('Weet het gezin dat u dit voorlegt')
      .and.not.include('Eén plan voor het hele gezin');
  });
});
