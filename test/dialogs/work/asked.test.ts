import { expect } from 'chai';
import type { AskedOf, Escalation } from '../../../cases/index.ts';
import { announce, handOut, type Reply } from '../../../dialogs/index.ts';
import { aCard, aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { aLesson } from '../../support/a-desk.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { textsIn } from '../../support/an-app.ts';
import { cardRefsIn } from '../../support/card-walk.ts';
import { officer1, worker1, worker2 } from '../../support/case-world.ts';
import { cardsIn, heard } from '../../support/scripted-cases.ts';

const DESK_CARD = 'card-0000000000000001';
const question = 'Wie is de *behandelaar*?';
const answer = 'Dat is mevrouw Smit van Jeugd Noord.';
const ofWil: AskedOf = { kind: 'worker', id: worker1.id };

const cardText = (replies: readonly Reply[]) =>
  cardsIn(replies)
    .flatMap(({ card }) => textsIn(card))
    .join('\n');

/** What was filed by this colleague lies with Olga; Wil talks. */
async function aTalk(filedBy: Escalation['filedBy'] = { kind: 'worker', id: worker1.id, name: worker1.name }) {
  const familyCase = aFamilyCase({
    workers: [worker1.id, worker2.id],
    escalations: [anEscalation({ filedBy })],
    cards: [aCard({ cardRef: DESK_CARD, addressee: officer1.id })],
  });
  const talk = await aWorkerTalk({ families: [familyCase] });
  const target = { cardRef: DESK_CARD };
  let commands = 0;
  const officer = async (action: Parameters<typeof talk.world.cases.asOfficer>[2]) => {
    const done = await talk.world.cases.asOfficer(officer1, target, action, `officer-${(commands += 1)}`);
    if (done.kind !== 'card') throw new Error(`${action.kind}: ${JSON.stringify(done)}`);
  };
  return {
    ...talk,
    officer,
    asks: (of: AskedOf = ofWil) => officer({ kind: 'ask-more', question, of, due: '2026-11-24' }),
    /** The newest notice for this person, as it is sent. */
    async news(id = worker1.id) {
      const stored = await talk.stored();
      const notice = stored.notices.findLast(({ to }) => to.kind === 'actor' && to.id === id);
      const escalation = stored.escalations[0];
      if (notice === undefined || escalation === undefined) throw new Error('There is no news.');
      const toDeliver = { caseId: stored.id, label: 'Gezin Een', notice, escalation };
      return announce(toDeliver, talk.deps.knowledge, { newRef: (caseId) => handOut(talk.deps, caseId) });
    },
    async answers() {
      const [asked] = (await talk.stored()).escalations[0]?.questions ?? [];
      return asked?.answer;
    },
  };
}

const ways = {
  'who filed it': undefined,
  'a colleague who did not': { kind: 'parent', id: null, name: null },
} as const;

describe('a question of an officer to a worker', () => {
  for (const [who, filedBy] of Object.entries(ways)) {
    it(`is shown in its own words to ${who}, with the day, and answered from the news`, async () => {
      const talk = await aTalk(filedBy);
      await talk.asks();
      const replies = await talk.news();
      expect(heard(replies)).to.include('dinsdag 24 november 2026').and.not.include(question);
      expect(cardText(replies))
        .to.include(question)
        .and.include(textOf('gevraagd.aan-u'))
        .and.include('dinsdag 24 november 2026')
        .and.include(officer1.name);
      expect(JSON.stringify(cardsIn(replies))).to.match(/"type":"TextRun","text":"Wie is de \*behandelaar\*\?"/);
      talk.forgets();
      const cardRef = cardRefsIn(cardsIn(replies)[0]?.card)[0];
      await talk.replies({ kind: 'submit', verb: 'new-asked', data: { cardRef } });
      const [form] = cardRefsIn(talk.newest());
      expect(textsIn(talk.newest()).join('\n')).to.include(question);
      const data = { cardRef: form, question: JSON.stringify(talk.newest()).match(/"question":"([a-p]{16})"/)?.[1] };
      const save = (typed: string) =>
        talk.replies({ kind: 'submit', verb: 'save-asked', data: { ...data, answer: typed } });
      expect(cardText(await save('  '))).to.include(textOf('gevraagd.fout'));
      expect(cardText(await save(answer)))
        .to.include(textOf('gevraagd.klaar'))
        .and.include(answer);
      expect(cardText(await save('Nog eens.'))).to.include(textOf('gevraagd.klaar'));
      expect(await talk.answers()).to.deep.include({ by: { kind: 'worker', id: worker1.id, name: worker1.name } });
      expect((await talk.answers())?.words.text).to.equal(answer);
      const opened = await talk.world.cases.openCard(officer1, DESK_CARD);
      expect(JSON.stringify(opened)).to.include(answer);
      expect((await talk.stored()).notices.at(-1)?.to).to.deep.equal({ kind: 'actor', id: officer1.id });
      expect(cardText(await talk.news())).to.not.include(question);
    });
  }

  it('stands in the work of who was asked until it is answered, also when its day is over', async () => {
    const talk = await aTalk();
    await talk.asks();
    talk.world.setTime('2026-11-27T09:00:00.000Z');
    expect(await talk.says('mijn werk'))
      .to.include(textOf('werksoort.question-asked'))
      .and.include(question)
      .and.include(textOf('mijn-werk.te-laat').replace('{{datum}}', 'dinsdag 24 november 2026'));
    await talk.presses('new-asked');
    const asked = JSON.stringify(talk.newest()).match(/"question":"([a-p]{16})"/)?.[1];
    await talk.presses('save-asked', { question: asked, answer });
    expect((await talk.answers())?.words.text).to.equal(answer);
    expect(await talk.says('mijn werk')).to.not.include(textOf('werksoort.question-asked'));
  });

  it('to a colleague, or to the parent, is nobody else’s', async () => {
    for (const of of [{ kind: 'worker', id: worker2.id }, { kind: 'parent' }] as const) {
      const talk = await aTalk();
      await talk.asks(of);
      expect(cardText(await talk.news()), of.kind).to.not.include(question);
      expect(await talk.says('mijn werk'), of.kind).to.not.include(question);
      const cardRef = handOut(talk.deps, 'case-1');
      const replies = await talk.replies({ kind: 'submit', verb: 'new-asked', data: { cardRef } });
      expect(heard(replies), of.kind).to.equal(textOf('gevraagd.niets'));
    }
  });

  it('that waits no more keeps what was typed on the screen, and says that it was not sent', async () => {
    const talk = await aTalk();
    await talk.asks();
    await talk.says('mijn werk');
    await talk.presses('new-asked');
    const asked = JSON.stringify(talk.newest()).match(/"question":"([a-p]{16})"/)?.[1];
    await talk.officer({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Dit kan.  Vanaf nu.',
      effectiveOn: '2026-12-01',
    });
    expect(await talk.presses('save-asked', { question: asked, answer }))
      .to.include(textOf('gevraagd.voorbij'))
      .and.include(answer);
    expect(await talk.answers()).to.equal(null);
  });
});

describe('the end of what a worker filed', () => {
  it('comes with the decision, the reason and the lesson, and that the worker tells the parent', async () => {
    const talk = await aTalk();
    const reason = 'De afspraak met de ouder gaat voor.';
    await talk.officer({ kind: 'decide', verdict: 'granted', reason, effectiveOn: '2026-11-23' });
    await talk.officer({ kind: 'close', lesson: aLesson });
    const replies = await talk.news();
    expect(heard(replies)).to.include('U vertelt de ouder het besluit').and.not.include(reason);
    for (const words of [textOf('bureau.u-vertelt'), reason, ...Object.values(aLesson), 'maandag 23 november 2026'])
      expect(cardText(replies)).to.include(words);
  });

  it('is not told by the worker when somebody told the parent in person', async () => {
    const talk = await aTalk();
    const reason = 'De afspraak met de ouder gaat voor.';
    await talk.officer({ kind: 'decide', verdict: 'granted', reason, effectiveOn: '2026-11-23' });
    await talk.officer({ kind: 'close', lesson: aLesson, told: { how: 'Gebeld', on: '2026-11-22' } });
    expect(cardText(await talk.news()))
      .to.not.include(textOf('bureau.u-vertelt'))
      .and.not.include(reason);
  });
});
