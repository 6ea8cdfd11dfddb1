/** A request to be called: the number and the time, in one message or two, and shown back. */
import { expect } from 'chai';
import { aParentTalk } from '../../support/a-parent-talk.ts';

async function atNumber() {
  const talk = await aParentTalk();
  const code = await talk.files();
  expect(await talk.says(code, 'Laat mij terugbellen')).to.match(/Op welk nummer/);
  const reach = async () => (await talk.stored()).callBacks.map((one) => one.reach);
  return { ...talk, reach };
}

describe('a request to be called', () => {
  it('shows a number back, and asks when', async () => {
    const talk = await atNumber();
    expect(await talk.says('0612345678'))
      .to.match(/Ik schreef op: 0612345678\s+Wanneer mogen wij u bellen/)
      .and.include('[Overslaan]');
    expect(await talk.reach()).to.deep.equal([]);
    expect(await talk.says('morgen na 3 uur')).to.include('Dit schreef ik op: 0612345678, morgen na 3 uur');
    expect(await talk.reach()).to.deep.equal(['0612345678, morgen na 3 uur']);
  });

  for (const [said, kept] of [
    ['Overslaan', 'mijn nummer is +31 6 12 34 56 78'],
    ['maakt niet uit', 'mijn nummer is +31 6 12 34 56 78, maakt niet uit'],
  ] as const)
    it(`needs no time: "${said}"`, async () => {
      const talk = await atNumber();
      await talk.says('mijn nummer is +31 6 12 34 56 78');
      expect(await talk.says(said)).to.include(`Dit schreef ik op: ${kept}`);
      expect(await talk.reach()).to.deep.equal([kept]);
    });

  for (const said of [
    '06-12345678, tussen 9 en 12 uur',
    '0612345678 altijd',
    '0612345678 vanaf 15:00',
    'ma (06) 12345678 overdag',
  ])
    it(`asks nothing more after "${said}"`, async () => {
      const talk = await atNumber();
      expect(await talk.says(said)).to.include(`Dit schreef ik op: ${said}`);
      expect(await talk.reach()).to.deep.equal([said]);
    });

  it('asks for the number when there is none, and loses nothing of what was typed', async () => {
    const talk = await atNumber();
    expect(await talk.says('morgen na 3 uur')).to.match(/Ik schreef op: morgen na 3 uur[\s\S]*telefoonnummer/);
    await talk.says('06 12 34 56 78');
    expect(await talk.reach()).to.deep.equal(['morgen na 3 uur, 06 12 34 56 78']);
  });

  it('reads no braces in what was typed as a text of ours', async () => {
    const talk = await atNumber();
    expect(await talk.says('0612345678 {{gemeente.telefoon}} altijd')).to.include('{{gemeente.telefoon}}');
  });

  it('keeps the number nowhere in the conversation once it was passed on', async () => {
    const talk = await atNumber();
    await talk.says('0612345678', 'morgen na 3 uur');
    expect(JSON.stringify(talk.state())).to.not.include('0612345678');
  });
});
