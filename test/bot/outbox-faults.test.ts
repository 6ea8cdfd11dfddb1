import { expect } from 'chai';
import { cardRefOf } from '../../bot/activities.ts';
import { makeOutbox, type Outbox } from '../../bot/outbox.ts';
import { anOutbox, MINUTE, type World } from '../support/an-outbox.ts';
import { officer1, officer2 } from '../support/case-world.ts';
import { type Scripted } from '../support/fake-connector.ts';
import { aFailingConnector, type FailingConnector } from '../support/a-failing-connector.ts';

describe('bot/outbox over a connector that fails (7.1)', () => {
  let started: FailingConnector;
  let connector: FailingConnector['connector'];
  let teams: FailingConnector['teams'];
  let hasty: FailingConnector['hasty'];

  beforeEach(async () => {
    started = await aFailingConnector();
    ({ connector, teams, hasty } = started);
  });
  afterEach(() => started.stop());

  const cardRefs = (conversation: string) =>
    connector.seen(conversation).map(({ attachments }) => cardRefOf(attachments?.[0]?.content) ?? 'none');
  const runFor = async (outbox: Outbox, world: World, minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      outbox.wake();
      await outbox.idle();
      world.pass(MINUTE);
    }
  };
  /** Copies on which this officer can decide something, pressed one by one. */
  const actionable = async (world: World, conversation: string, officer = officer1) => {
    const views = await Promise.all(cardRefs(conversation).map((cardRef) => world.cases.openCard(officer, cardRef)));
    return views.filter((view) => view.kind === 'card' && view.mayDecide).length;
  };
  const deliverable = (answer?: Scripted) => {
    let isFirst = true;
    return anOutbox({
      deliver(address, replies) {
        const { channel } = isFirst && answer?.kind === 'accept-then-hang' ? hasty : teams;
        isFirst = false;
        return channel.deliver(address, replies);
      },
    });
  };

  const surely: Record<string, Scripted> = {
    'no fault': { kind: 'accept' },
    '429 with seconds': { kind: 'status', status: 429, headers: { 'retry-after': '90' } },
    '429 without Retry-After': { kind: 'status', status: 429 },
    '429 with thirty years': { kind: 'status', status: 429, headers: { 'retry-after': '1000000000' } },
    401: { kind: 'status', status: 401 },
    412: { kind: 'status', status: 412 },
    413: { kind: 'status', status: 413 },
    'a refused connection': { kind: 'fail', code: 'ECONNREFUSED' },
    'an unknown host': { kind: 'fail', code: 'ENOTFOUND' },
  };
  for (const [what, answer] of Object.entries(surely)) {
    it(`shows exactly one card after ${what}`, async () => {
      const { outbox, world, file, notices } = await deliverable();
      await file();
      connector.script(answer);
      await runFor(outbox, world, 65);
      expect(cardRefs('a:officer')).to.have.length(1);
      expect(await actionable(world, 'a:officer')).to.equal(1);
      expect((await notices()).map(({ state }) => state.kind)).to.deep.equal(['sent']);
    });
  }

  const perhaps: Record<string, Scripted> = {
    '500 after it arrived': { kind: 'accept-then-status', status: 500 },
    '504 after it arrived': { kind: 'accept-then-status', status: 504 },
    'a reset after it arrived': { kind: 'accept-then-reset' },
    'no answer after it arrived': { kind: 'accept-then-hang', ms: 60_000 },
    '502 before it arrived': { kind: 'status', status: 502 },
  };
  for (const [what, answer] of Object.entries(perhaps)) {
    it(`leaves exactly one card that works after ${what}`, async () => {
      const { outbox, world, file } = await deliverable(answer);
      await file();
      connector.script(answer);
      await runFor(outbox, world, 10);
      const arrived = answer.kind.startsWith('accept');
      expect(cardRefs('a:officer')).to.have.length(arrived ? 2 : 1);
      expect(new Set(cardRefs('a:officer'))).to.have.length(arrived ? 2 : 1);
      expect(await actionable(world, 'a:officer')).to.equal(1);
      if (!arrived) return;
      const [old = ''] = cardRefs('a:officer');
      const decision = { verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-12-01' } as const;
      expect(await world.cases.decide(officer1, old, decision, 'press-old')).to.deep.equal({ kind: 'card-void' });
    });
  }

  it('sends no second card when somebody opened the first in time', async () => {
    const { outbox, world, file } = await deliverable();
    await file();
    connector.script({ kind: 'accept-then-reset' });
    outbox.wake();
    await outbox.idle();
    await world.cases.openCard(officer1, cardRefs('a:officer')[0] ?? '');
    await runFor(outbox, world, 10);
    expect(cardRefs('a:officer')).to.have.length(1);
  });

  it('asks for the short form after 413, at once', async () => {
    const { outbox, file } = await deliverable();
    await file();
    connector.script({ kind: 'status', status: 413 });
    outbox.wake();
    await outbox.idle();
    expect(connector.seen('a:officer')[0]).to.have.nested.property('attachments[0].content.body[0].text', 'short');
  });

  it('waits at least as long as Retry-After says', async () => {
    const { outbox, world, file } = await deliverable();
    await file();
    connector.script({ kind: 'status', status: 429, headers: { 'retry-after': '90' } });
    outbox.wake();
    await outbox.idle();
    world.pass(89_000);
    outbox.wake();
    await outbox.idle();
    expect(connector.requests).to.have.length(1);
    world.pass(2000);
    outbox.wake();
    await outbox.idle();
    expect(connector.requests).to.have.length(2);
  });

  for (const code of ['BotNotInConversationRoster', 'ConversationBlockedByUser', 'BotDisabledByAdmin']) {
    it(`hands the card to the deputy after 403 ${code}, and alarms`, async () => {
      const { outbox, world, file, logLines } = await deliverable();
      await file();
      connector.script({ kind: 'status', status: 403, code });
      await runFor(outbox, world, 2);
      expect(cardRefs('a:officer')).to.have.length(0);
      expect(cardRefs('a:deputy')).to.have.length(1);
      expect(await actionable(world, 'a:deputy', officer2)).to.equal(1);
      expect(logLines.filter((line) => line.includes('outbox-alarm'))).to.have.length(1);
    });
  }

  it('leaves one card that works after a crash between the send and the write', async () => {
    const { deps, world, file } = await deliverable();
    await file();
    const crashed = makeOutbox({
      ...deps,
      cases: { ...world.cases, settle: () => Promise.reject(new Error('killed')) },
    });
    crashed.wake();
    await crashed.idle();
    expect(cardRefs('a:officer')).to.have.length(1);
    await runFor(makeOutbox(deps), world, 5);
    expect(cardRefs('a:officer')).to.have.length(2);
    expect(await actionable(world, 'a:officer')).to.equal(1);
  });

  it('goes without a card that works for no more than one fault after another', async () => {
    const { outbox, world, file } = await deliverable();
    await file();
    connector.script(
      { kind: 'accept-then-reset' },
      { kind: 'status', status: 429 },
      { kind: 'accept-then-status', status: 502 },
    );
    await runFor(outbox, world, 20);
    const all = (await actionable(world, 'a:officer')) + (await actionable(world, 'a:deputy', officer2));
    expect(all).to.equal(1);
  });
});
