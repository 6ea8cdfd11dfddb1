/** The same button again: pressed twice by a person, sent twice by the connector, or both at once. */
import { expect } from 'chai';
import { makeTurn } from '../../../bot/turn.ts';
import { makeLog } from '../../../bot/log.ts';
import { converse, type Reply } from '../../../dialogs/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { worker1 } from '../../support/case-world.ts';
import { cardsIn } from '../../support/scripted-cases.ts';

const alone = () => aWorkerTalk({ families: [aFamilyCase({ plans: 0, regisseurs: 0 })] });
const heardThat = { codes: 'cry-for-help,many-agencies', from: 'ouder', words: 'Het gaat niet.', on: '2026-11-23' };
const cardOf = (replies: readonly Reply[]) => JSON.stringify(cardsIn(replies).at(-1)?.card);

async function aForm() {
  const talk = await alone();
  await talk.says('signaal De Vries');
  const press = { kind: 'submit', verb: 'save-signals', data: { cardRef: talk.ref(), ...heardThat } } as const;
  const once = (commandId: string) =>
    converse(talk.deps)(talk.state(), { actor: worker1, conversation: 'teams:1', commandId, input: press });
  return { talk, press, once };
}

describe('a second press of the same button', () => {
  it('hears what the first one heard, also what the stuck rules found', async () => {
    const { talk, press } = await aForm();
    const first = cardOf(await talk.replies(press));
    expect(first).to.include(textOf('vastgelegd.regels')).and.include('liet het gezin weten');
    expect(cardOf(await talk.replies(press))).to.equal(first);
    expect((await talk.stored()).signals).to.have.length(2);
  });

  it('hears the same when both come at once', async () => {
    const { talk, once } = await aForm();
    const [one, other] = await Promise.all([once('turn-a'), once('turn-b')]);
    expect(cardOf(one.replies)).to.include(textOf('vastgelegd.regels'));
    expect(cardOf(other.replies)).to.equal(cardOf(one.replies));
    const { signals, version } = await talk.stored();
    expect([signals.length, version]).to.deep.equal([2, 2]);
  });

  it('hears the same when the connector sends it again, with the same activity id or a new one', async () => {
    const { talk, press } = await aForm();
    const log = makeLog({ level: 'error', stream: { write: () => true }, now: () => new Date(0) });
    const turn = makeTurn({
      converse: (state, input) => converse(talk.deps)({ ...state, ...talk.state() }, input),
      emergency: () => null,
      fault: () => ({ kind: 'text', paragraphs: ['storing'], links: [], tone: 'normal' }),
      log,
      now: () => talk.deps.now(),
    });
    const sent = (activityId: string) =>
      turn.handle({ channel: 'teams', conversation: 'teams:1', activityId, actor: worker1, input: press });
    const first = cardOf(await sent('activity-1'));
    expect(first).to.include(textOf('vastgelegd.regels'));
    expect(cardOf(await sent('activity-1'))).to.equal(first);
    expect(cardOf(await sent('activity-2'))).to.equal(first);
    expect((await talk.stored()).version).to.equal(2);
  });

  it('tells what was found with it, and not what another entry found since', async () => {
    const { talk, press } = await aForm();
    const first = cardOf(await talk.replies(press));
    await talk.says('afwijzing De Vries');
    await talk.presses('save-rejection', { what: 'Een coach', rule: 'SKJ', maatwerk: 'no', on: '2026-11-23' });
    const found = (await talk.stored()).stuck.findings.map(({ rule }) => rule);
    expect(found).to.include('K6').and.include('K7');
    const again = cardOf(await talk.replies(press));
    expect(again).to.include('"K6"').and.not.include('"K7"');
    expect(first).to.include('"K6"');
  });

  it('changes nothing when another choice was made in it', async () => {
    const talk = await alone();
    await talk.says('belofte De Vries');
    await talk.presses('save-promise', { what: 'Wij bellen', toWhom: 'Ouder', owner: 'Wil', on: '2026-11-23' });
    await talk.presses('new-promise-step');
    const choice = (outcome: string) => ({ cardRef: ref, promiseId: '#0', outcome, on: '2026-11-23' });
    const ref = talk.ref();
    await talk.presses('save-promise-step', choice('promise-missed'));
    const before = await talk.stored();
    expect(before.promises[0]?.missedOn).to.equal('2026-11-23');
    await talk.presses('save-promise-step', choice('promise-kept'));
    expect(await talk.stored()).to.deep.equal(before);
  });

  it('still says that it is written down when a day in the form went by', async () => {
    const talk = await alone();
    await talk.says('belofte De Vries');
    const data = { what: 'Bellen', toWhom: 'Ouder', owner: 'Wil', due: '2026-11-23', on: '2026-11-23' };
    const cardRef = talk.ref();
    await talk.presses('save-promise', data);
    talk.world.setTime('2026-11-24T08:00:00.000Z');
    expect(await talk.presses('save-promise', { ...data, cardRef })).to.include(textOf('vastgelegd.promise'));
    expect((await talk.stored()).promises).to.have.length(1);
  });
});
