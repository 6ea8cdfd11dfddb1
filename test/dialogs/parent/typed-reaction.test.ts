/** In the own question, typed words work like the button to react. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const REACTION = 'Dat klopt niet, school heeft nooit gebeld.';

/** The first only resembles danger: no rule of the crisis layer says so. */
const matches = {
  'Ik wil dat er iemand komt': { crisis: true, level: null, ranked: [] },
  'Mijn zoon wil dood': { crisis: true, level: 'crisis', ranked: [] },
} as const;

async function atOwnQuestion() {
  const talk = await aParentTalk({ matches });
  const code = await talk.files();
  const chat = talk.chat();
  const status = await chat.says(code);
  return { talk, chat, status };
}

describe('reacting to the own question after the follow code', () => {
  it('asks for the reaction at once when somebody says so, without the whole status again', async () => {
    for (const said of ['ik wil reageren', 'Reageren op mijn vraag']) {
      const { chat, status } = await atOwnQuestion();
      expect(status).to.include('Dit is er tot nu toe gebeurd');
      expect(await chat.says(said))
        .to.include('Typ uw reactie')
        .and.not.include('Dit is er tot nu toe gebeurd');
    }
  });

  it('takes words that choose nothing as the reaction, keeps them letter by letter and passes them on', async () => {
    const { talk, chat } = await atOwnQuestion();
    expect(await chat.says(REACTION))
      .to.include(textOf('flow.reactie-bewaard'))
      .and.include('Waar gaat uw reactie over?');
    await chat.says('Over het laatste nieuws');
    expect((await talk.stored()).comments.map(({ words }) => words.text)).to.deep.equal([REACTION]);
  });

  it('asks again after a word or two, and answers a question as a question', async () => {
    const { talk, chat } = await atOwnQuestion();
    expect(await chat.says('tja eh')).to.not.include(textOf('flow.reactie-bewaard'));
    expect(await chat.says('Hoe vraag ik een regisseur aan?')).to.not.include(textOf('flow.reactie-bewaard'));
    expect((await talk.stored()).comments).to.deep.equal([]);
  });

  it('gives one line with the number for words that only resemble danger, and keeps them', async () => {
    for (const first of [[], ['Reageren']] as const) {
      const { talk, chat } = await atOwnQuestion();
      await chat.says(...first);
      const told = await chat.says('Ik wil dat er iemand komt');
      expect(told)
        .to.include(textOf('crisis.reactie'))
        .and.include('Waar gaat uw reactie over?')
        .and.not.include(textOf('crisis.geen-hulpdienst'));
      await chat.says('Over het laatste nieuws');
      expect((await talk.stored()).comments.map(({ words }) => words.text)).to.deep.equal([
        'Ik wil dat er iemand komt',
      ]);
    }
  });

  it('still gives all the numbers for words that tell of danger', async () => {
    const { chat } = await atOwnQuestion();
    expect(await chat.says('Mijn zoon wil dood')).to.include(textOf('crisis.geen-hulpdienst'));
  });
});
