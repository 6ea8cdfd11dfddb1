/** The same question filed twice from one conversation. */
import { expect } from 'chai';
import { aParentTalk } from '../../support/a-parent-talk.ts';
import { officer1 } from '../../support/case-world.ts';

const ALREADY = /U legde dit zelf al voor/;
const WAY = ['leg mijn vraag voor', 'Nee', 'Overslaan', 'Overslaan', 'Overslaan'] as const;

describe('filing what was filed in this conversation already', () => {
  const count = async ({ world }: Awaited<ReturnType<typeof aParentTalk>>) =>
    (await world.register.casesForOfficer(officer1.id)).length;

  it('tells the parent so, with number, code and day, and files nothing', async () => {
    const talk = await aParentTalk();
    const code = await talk.files('Niemand belt terug.');
    const told = await talk.says(...WAY, 'niemand belt terug', 'Ja, leg voor');
    const { number } = await talk.stored();
    expect(told)
      .to.match(ALREADY)
      .and.include(code)
      .and.include(number)
      .and.include('maandag 7 december 2026')
      .and.not.include('iemand anders');
    expect(await count(talk)).to.equal(1);
    expect(await talk.says('Naar mijn vraag')).to.include(number);
  });

  it('files what says something else, and the same words with another answer', async () => {
    for (const way of [
      [...WAY, 'De school belt niet.'],
      ['leg mijn vraag voor', 'Nee', 'Overslaan', 'Overslaan', 'Ja', 'Niemand belt terug.'],
    ]) {
      const talk = await aParentTalk();
      await talk.files('Niemand belt terug.');
      expect(await talk.says(...way, 'Ja, leg voor')).to.not.match(ALREADY);
      expect(await count(talk)).to.equal(2);
    }
  });

  it('files it once more after the first was taken back, and from another conversation', async () => {
    const talk = await aParentTalk();
    await talk.files('Niemand belt terug.');
    await talk.says('trek mijn vraag in', 'Ja, intrekken');
    expect(await talk.says(...WAY, 'Niemand belt terug.', 'Ja, leg voor')).to.not.match(ALREADY);
    expect(await talk.chat().says(...WAY, 'Niemand belt terug.', 'Ja, leg voor')).to.not.match(ALREADY);
  });

  it('never drops a proposal that goes along', async () => {
    const talk = await aParentTalk();
    await talk.files('Niemand belt terug.');
    await talk.says(...WAY, 'Niemand belt terug.', 'Ik wil zelf iets voorstellen');
    const told = await talk.says('Een andere oplossing', 'Een vaste begeleider.', 'Ja, leg voor');
    expect(told).to.not.match(ALREADY);
    expect(await count(talk)).to.equal(2);
  });
});
