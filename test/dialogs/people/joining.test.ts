import { expect } from 'chai';
import type { Reply } from '../../../dialogs/index.ts';
import { isOfficeHour } from '../../../dialogs/people/office-hours.ts';
import { aKnowledge, anAnswer, readySettings, textOf } from '../../support/a-knowledge.ts';
import { aTalk, cardsIn, heard, parent, worker } from '../../support/scripted-cases.ts';

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

describe('asking for a person', () => {
  const there = { somebodyIsThere: () => Promise.resolve(true) };

  it('is asked once: a yes without the question only asks it', async () => {
    let invited = 0;
    const invite = () => {
      invited += 1;
      return Promise.resolve(true);
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

  it('takes an earlier yes back at a no, at stop, and when a person is asked for anew', async () => {
    const cancelled: string[] = [];
    const cancel = (conversation: string) => cancelled.push(conversation) > 0;
    const people = { ...there, invite: () => Promise.resolve(true), cancel };
    const ways = ['Nee, liever niet meelezen', 'toch niet', 'niet meelezen', 'stop', 'mens'];
    for (const words of ways) {
      const talk = aTalk({ as: parent, now: WORKDAY, people });
      await talk.saysAll('mens', textOf('samen.ja'));
      cancelled.length = 0;
      await talk.says(words);
      expect(cancelled, words).to.deep.equal(['web:c1']);
    }
  });

  it('takes it back too when the question stands under an answer', async () => {
    let cancels = 0;
    const cancel = () => {
      cancels += 1;
      return true;
    };
    const knowledge = aKnowledge({
      matches: { 'wie kan ik spreken?': { decided: 'answer', answerId: 'medewerker-spreken' } },
      answers: [anAnswer({ id: 'medewerker-spreken' })],
    });
    const talk = aTalk({ as: parent, now: WORKDAY, people: { ...there, cancel }, knowledge });
    expect(heard(await talk.says('wie kan ik spreken?'))).to.include(textOf('samen.mag.vraag'));
    expect(cancels).to.equal(1);
  });

  it('says at stop that nobody comes any more, to who had asked only, and asks anew after that', async () => {
    const asked = aTalk({ as: parent, now: WORKDAY, people: { ...there, cancel: () => true } });
    expect(heard(await asked.says('stop'))).to.include(textOf('samen.niet-meer-gevraagd'));
    const talk = aTalk({ as: parent, now: WORKDAY, people: there });
    await talk.says('mens');
    expect(heard(await talk.says('stop'))).to.not.include(textOf('samen.niet-meer-gevraagd'));
    expect(heard(await talk.says(textOf('samen.ja')))).to.include(textOf('samen.mag.vraag'));
  });

  it('tells before the yes that the words stay with the colleague, and tells the colleague the same', () => {
    expect(textOf('samen.mag')).to.include('blijft staan in de chat van de medewerker');
    expect(textOf('samen.zo-werkt-het')).to.include('blijft staan in deze chat').and.not.include('nergens bewaard');
  });
});

describe('a colleague who wants to join', () => {
  for (const [kind, key] of [
    ['not-on-duty', 'samen.geen-dienst'],
    ['not-asked', 'samen.niet-aan-u'],
    ['nobody-waits', 'samen.niemand-wacht'],
    ['already-talking', 'samen.al-in-gesprek'],
    ['audit-unavailable', 'weiger.audit-unavailable'],
  ] as const)
    it(`hears why not when it is ${kind}`, async () => {
      const talk = aTalk({ as: worker, now: WORKDAY, people: { join: () => Promise.resolve({ kind }) } });
      expect(heard(await talk.says('ik kom erbij'))).to.equal(textOf(key));
    });

  it('gets the words of the parent on a card, so that no notification shows them', async () => {
    const said = [{ by: 'visitor', text: 'Zxqvwj slaat mij.' }] as const;
    const join = () => Promise.resolve({ kind: 'joined', said, hidden: undefined } as const);
    const replies = await aTalk({ as: worker, now: WORKDAY, people: { join } }).says('ik kom erbij');
    expect(heard(replies)).to.not.include('Zxqvwj');
    expect(JSON.stringify(cardsIn(replies)[0]?.card)).to.include('Zxqvwj slaat mij.');
    const passed: Reply[] = [];
    const people = { isTalking: () => true, pass: (_: string, words: readonly Reply[]) => passed.push(...words) };
    await aTalk({ as: parent, now: WORKDAY, people }).says('Zxqvwj slaat mij.');
    expect(heard(passed)).to.equal(`(${textOf('samen.bericht.samenvatting')})`);
    expect(JSON.stringify(cardsIn(passed)[0]?.card)).to.include('Zxqvwj slaat mij.');
  });

  it('is put out of the talk also by the words with which the parent says no', async () => {
    const ended: string[] = [];
    const people = { isTalking: () => true, end: (who: string) => ended.push(who) };
    const talk = aTalk({ as: parent, now: WORKDAY, people });
    expect(heard(await talk.says('Nee, liever niet meelezen'))).to.include(textOf('samen.gestopt'));
    expect(ended).to.deep.equal(['web:c1']);
  });
});
