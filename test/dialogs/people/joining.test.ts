import { expect } from 'chai';
import { isOfficeHour } from '../../../dialogs/people/office-hours.ts';
import { withoutFollowCodes } from '../../../dialogs/recognise.ts';
import { aKnowledge, readySettings, textOf } from '../../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';

const WORKDAY = new Date('2026-11-23T10:00:00.000Z');

describe('office hours', () => {
  const settings = { ...readySettings, feestdagen: ['2026-12-25'] };
  for (const [instant, expected] of [
    ['2026-11-23T07:59:00.000Z', false],
    ['2026-11-23T08:00:00.000Z', true],
    ['2026-11-23T15:59:00.000Z', true],
    ['2026-11-23T16:00:00.000Z', false],
    ['2026-07-20T07:00:00.000Z', true],
    ['2026-11-22T10:00:00.000Z', false],
    ['2026-12-25T10:00:00.000Z', false],
  ] as const)
    it(`${expected ? 'are' : 'are not'} at ${instant}`, () => {
      expect(isOfficeHour(settings, new Date(instant))).to.equal(expected);
    });
});

describe('a follow code for the eyes of others', () => {
  it('is left out however it is typed, and ordinary words stay', () => {
    const knowledge = aKnowledge();
    for (const typed of ['K7QP-3M2X', 'k7qp 3m2x', 'k7qp3m2x', 'K7QP – 3M2X']) {
      const shown = withoutFollowCodes(`mijn code is ${typed}, ziet u?`, knowledge);
      expect(shown, typed).to.equal(`mijn code is ${textOf('samen.code-weg')}, ziet u?`);
    }
    for (const typed of ['abcd efgh', 'abcdefgh', 'a b c d - e f g h'])
      expect(withoutFollowCodes(`het is ${typed}`, knowledge, 'ABCD-EFGH'), typed).to.equal(
        `het is ${textOf('samen.code-weg')}`,
      );
    for (const words of ['helemaal', 'goede dag', 'abcdefgh'])
      expect(withoutFollowCodes(words, knowledge, 'K7QP-3M2X')).to.equal(words);
    expect(withoutFollowCodes('mijn kind gaat niet naar school', knowledge)).to.equal(
      'mijn kind gaat niet naar school',
    );
    expect(withoutFollowCodes('AAAA-1111 en BBBB-2222', knowledge)).to.not.match(/\d{4}/);
  });
});

describe('asking for a person', () => {
  const there = { somebodyIsThere: () => true };

  it('is asked once: a yes without the question only asks it', async () => {
    let invited = 0;
    const invite = () => {
      invited += 1;
      return true;
    };
    const talk = aTalk({ as: parent, now: WORKDAY, people: { ...there, invite } });
    expect(heard(await talk.says(textOf('samen.ja')))).to.include(textOf('samen.mag.vraag'));
    expect(invited).to.equal(0);
    expect(heard(await talk.says(textOf('samen.ja')))).to.include('Ik heb het gevraagd');
    expect(invited).to.equal(1);
  });

  it('names the number when everybody left between the question and the yes', async () => {
    const talk = aTalk({ as: parent, now: WORKDAY, people: there });
    await talk.says('mens');
    expect(heard(await talk.says(textOf('samen.ja')))).to.include('Er kan nu niemand bij komen');
  });

  it('always gives the number to call', async () => {
    const talk = aTalk({ as: parent, now: WORKDAY, people: there });
    expect(heard(await talk.says('mens'))).to.include('<tel:0123456789>');
  });
});
