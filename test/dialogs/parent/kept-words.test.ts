/** Words that were promised to be kept: they are read back, whatever is done in between. */
import { expect } from 'chai';
import { converse } from '../../../dialogs/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';
import { aParent } from '../../support/case-world.ts';

const STORY = 'Mijn zoon (8) wacht sinds maart op een plek en niemand helpt';
const ASKS_WORDS = /Vertel in uw eigen woorden/;

describe('a story told before own words are asked', () => {
  it('stays over the numbers to call and another flow, until it is read back', async () => {
    for (const between of [
      ['Weet ik niet', 'Leg mijn situatie voor'],
      ['Ja', 'Iedereen is veilig: ik wil het voorleggen'],
      ['hogerop', 'Ik ben het niet eens met een besluit', 'Leg mijn vraag voor'],
    ]) {
      const talk = await aParentTalk();
      expect(await talk.says('Mijn vraag voorleggen', STORY)).to.include(textOf('voorleggen.vooraf'));
      await talk.says(...between);
      expect(await talk.says('Nee', 'Ja', 'Ja', 'Ja'))
        .to.match(ASKS_WORDS)
        .and.include(STORY);
    }
  });

  it('stays when the chat is opened again', async () => {
    const talk = await aParentTalk();
    await talk.says('Mijn vraag voorleggen', STORY, 'Weet ik niet');
    const turn = {
      actor: aParent,
      conversation: aParent.address,
      commandId: 'opens',
      input: { kind: 'opened' as const },
    };
    const { state } = await converse(talk.deps)(talk.state(), turn);
    expect(state.flow?.answers.vooraf).to.equal(STORY);
  });

  it('takes a short sentence with it, once it was begun', async () => {
    const more = 'En school weigert hem ook';
    const talk = await aParentTalk({ matches: { [more]: { decided: 'answer', answerId: 'gezinsplan', ranked: [] } } });
    expect(await talk.says('Mijn vraag voorleggen', 'Nee', more)).to.include(textOf('voorleggen.niet-bewaard'));
    await talk.says(STORY);
    expect(await talk.says(more)).to.include(textOf('voorleggen.vooraf'));
    expect(await talk.says('Ja', 'Ja', 'Ja')).to.include(`${STORY}\n${more}`);
  });

  it('takes no answer in other words with it', async () => {
    const talk = await aParentTalk();
    await talk.says('Mijn vraag voorleggen', 'Nee', STORY, 'nee niet echt zo');
    expect(await talk.says('Ja', 'Ja', 'Ja')).to.not.include('niet echt zo');
  });
});

describe('a reaction that was typed and not sent', () => {
  const REACTION = 'De afspraak met school ging niet door en mijn zoon is nu thuis';

  async function reacted() {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says('Hoe staat het met mijn vraag?', REACTION)).to.include(textOf('flow.reactie-bewaard'));
    const comments = async () => (await talk.stored()).comments.map(({ words }) => words.text);
    return { ...talk, code, comments };
  }

  it('is shown with the status, and where a reaction is typed', async () => {
    const talk = await reacted();
    expect(await talk.says('Hoe staat het met mijn vraag?'))
      .to.include(textOf('reactie.nog-niet'))
      .and.include(REACTION);
    expect(await talk.says('Ik wil reageren'))
      .to.include(textOf('reactie.typte-al'))
      .and.include(REACTION);
    await talk.says('Dit zijn mijn woorden', 'Over het laatste nieuws');
    expect(await talk.comments()).to.deep.equal([REACTION]);
    expect(await talk.says('Hoe staat het met mijn vraag?')).to.not.include(textOf('reactie.nog-niet'));
  });

  it('is shown at once to who says to react, and goes along with more words', async () => {
    const talk = await reacted();
    expect(await talk.says('Ik wil reageren')).to.include(REACTION);
    await talk.says('Ook niet morgen.', 'Over het laatste nieuws');
    expect(await talk.comments()).to.deep.equal([`${REACTION}\nOok niet morgen.`]);
  });

  it('goes along with words that are typed under the status', async () => {
    const talk = await reacted();
    await talk.says('Hoe staat het met mijn vraag?', 'Hij is er verdrietig van.', 'Over het laatste nieuws');
    expect(await talk.comments()).to.deep.equal([`${REACTION}\nHij is er verdrietig van.`]);
  });

  it('is all that is meant by who says yes to that, and no choice is put beside it', async () => {
    const talk = await reacted();
    for (const said of ['Ja, leg voor', 'nee'])
      expect(await talk.says('Ik wil reageren', said))
        .to.include(textOf('reactie.geen-woorden'))
        .and.include(REACTION);
    await talk.says('ja', 'Over het laatste nieuws');
    expect(await talk.comments()).to.deep.equal([REACTION]);
  });

  it('is none to another question, whose code is typed', async () => {
    const talk = await reacted();
    const other = talk.chat();
    await other.says('leg mijn vraag voor', 'Nee', 'Ja', 'Ja', 'Ja', 'Wij wachten al een jaar.', 'Ja, leg voor');
    expect(await talk.says(other.state().followCode ?? ''))
      .to.include('Wij wachten al een jaar.')
      .and.not.include(REACTION);
    expect(await talk.says('Ik wil reageren'))
      .to.include('Typ uw reactie')
      .and.not.include(REACTION);
  });

  it('is not sent by who skips it', async () => {
    const talk = await reacted();
    await talk.says('Ik wil reageren', 'Overslaan');
    expect(await talk.says('Hoe staat het met mijn vraag?')).to.not.include(REACTION);
    expect(await talk.comments()).to.deep.equal([]);
  });
});

describe('own words', () => {
  for (const said of ['Ja, leg voor', 'nee', 'Nee, stop', 'ok', 'Het zit vast'])
    it(`are not "${said}", also after words that were too long`, async () => {
      const talk = await aParentTalk();
      await talk.says('Mijn vraag voorleggen', 'Nee', 'Ja', 'Ja', 'Ja');
      expect(await talk.says(said))
        .to.include(textOf('voorleggen.geen-woorden'))
        .and.match(ASKS_WORDS);
      expect(await talk.says('x'.repeat(19_600), said)).to.include(textOf('voorleggen.geen-woorden'));
      expect(await talk.says('Niemand belt terug.')).to.match(/Zo begrijp ik het/);
    });

  it('keep their topic when something is put beside them', async () => {
    const first = 'Wij hebben geen regisseur';
    const more = 'Nu is hij ook geschorst van school';
    const talk = await aParentTalk({
      matches: {
        [first]: { decided: 'answer', answerId: 'gezinsplan', ranked: [] },
        [`${first}\n${more}`]: { decided: 'answer', answerId: 'wachtlijst', ranked: [] },
      },
    });
    const topic = 'Het lijkt over dit onderwerp te gaan: ‘Het gezinsplan’';
    expect(await talk.says('Mijn vraag voorleggen', 'Nee', 'Ja', 'Ja', 'Ja', first)).to.include(topic);
    expect(await talk.says('Ik wil er iets bij zetten', more, 'Ja'))
      .to.include(more)
      .and.include(topic);
  });
});
