import { expect } from 'chai';
import { aHouse, cor, INVITATION, wil, words } from './a-house.ts';

describe('people who join a chat', () => {
  it('asks everybody on duty who is free, and nobody who is not', async () => {
    const { people, told } = aHouse();
    expect(await people.invite('web:1', INVITATION)).to.equal(false);
    people.setDuty(wil, true);
    people.setDuty(cor, true);
    people.setDuty(cor, false);
    expect(await people.invite('web:1', INVITATION)).to.equal(true);
    await people.settled();
    expect(told).to.deep.equal([['wil', 'ask']]);
  });

  it('lets duty end with the day', async () => {
    const { people, world } = aHouse();
    people.setDuty(wil, true);
    world.now = new Date('2026-11-24T09:00:00.000Z');
    expect(await people.somebodyIsThere()).to.equal(false);
  });

  it('writes a look down before anything is shown, and shows nothing when it can not', async () => {
    const { people, looks, world, told } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    expect(await people.join(wil)).to.deep.equal({
      kind: 'joined',
      said: [{ by: 'visitor', text: 'Hallo' }],
      hidden: undefined,
    });
    expect(looks).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'chat-joined', actor: 'wil', subject: 'web:1' },
    ]);
    people.end('wil');
    await people.invite('web:2', INVITATION);
    world.audits = false;
    expect(await people.join(wil)).to.deep.equal({ kind: 'audit-unavailable' });
    expect(people.isTalking('wil')).to.equal(false);
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:2', 'nobody came']);
  });

  it('lets only one of two colleagues join who press at the same moment', async () => {
    const { people } = aHouse();
    people.setDuty(wil, true);
    people.setDuty(cor, true);
    await people.invite('web:1', INVITATION);
    const joined = await Promise.all([people.join(wil), people.join(cor)]);
    expect(joined.map(({ kind }) => kind)).to.deep.equal(['joined', 'nobody-waits']);
  });

  it('tells who waits that nobody came, and only who still waits', async () => {
    const house = aHouse();
    const { people, told, timers } = house;
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    await people.settled();
    house.runTimers();
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:1', 'nobody came']);
    await people.invite('web:2', INVITATION);
    await people.join(wil);
    expect(timers.size).to.equal(0);
  });

  it('tells the visitor when the colleague can not be reached any more, and stops', async () => {
    const { people, told, world } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    await people.join(wil);
    world.reachable = false;
    people.pass('web:1', words('Bent u daar?'));
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:1', 'colleague gone']);
    expect(people.isTalking('web:1')).to.equal(false);
  });

  it('tells the colleague when the visitor left, and forgets who only waited', async () => {
    const { people, told, timers } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    people.visitorLeft('web:1');
    expect(timers.size).to.equal(0);
    await people.invite('web:2', INVITATION);
    await people.join(wil);
    people.visitorLeft('web:2');
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['wil', 'visitor gone']);
  });

  it('lets nobody join any more once the visitor takes the yes back', async () => {
    const { people, looks, timers } = aHouse();
    people.setDuty(wil, true);
    expect(people.cancel('web:1')).to.equal(false);
    await people.invite('web:1', INVITATION);
    expect(people.cancel('web:1')).to.equal(true);
    expect(await people.join(wil)).to.deep.equal({ kind: 'nobody-waits' });
    expect(looks).to.deep.equal([]);
    expect(timers.size).to.equal(0);
  });

  it('shows nothing when the yes is taken back, or the visitor leaves, while the look is written down', async () => {
    for (const takesBack of ['cancel', 'visitorLeft'] as const) {
      const { people } = aHouse();
      people.setDuty(wil, true);
      await people.invite('web:1', INVITATION);
      const joining = people.join(wil);
      people[takesBack]('web:1');
      expect(await joining, takesBack).to.deep.equal({ kind: 'nobody-waits' });
      expect(people.isTalking('web:1')).to.equal(false);
    }
  });

  it('asks nobody whose role was taken away, and is not there with nobody else', async () => {
    const { people, told, world } = aHouse();
    people.setDuty(wil, true);
    people.setDuty(cor, true);
    world.roleOf.delete('cor');
    expect(await people.invite('web:1', INVITATION)).to.equal(true);
    await people.settled();
    expect(told).to.deep.equal([['wil', 'ask']]);
    world.roleOf.delete('wil');
    expect(await people.somebodyIsThere()).to.equal(false);
    expect(await people.invite('web:2', INVITATION)).to.equal(false);
  });

  it('passes nothing to or from a colleague whose role was taken away, and tells the visitor', async () => {
    for (const who of ['web:1', 'wil']) {
      const { people, told, world } = aHouse();
      people.setDuty(wil, true);
      await people.invite('web:1', INVITATION);
      await people.join(wil);
      await people.settled();
      told.length = 0;
      world.roleOf.delete('wil');
      people.pass(who, words('secret'));
      people.pass(who, words('more'));
      await people.settled();
      expect(told, who).to.deep.equal([['web:1', 'colleague gone']]);
      expect(people.isTalking('wil')).to.equal(false);
    }
  });

  it('takes a role that can not be looked up for none', async () => {
    const { people, told, world } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    await people.join(wil);
    world.roles = false;
    people.pass('web:1', words('secret'));
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:1', 'colleague gone']);
    expect(await people.somebodyIsThere()).to.equal(false);
  });

  it('ends the talk of who speaks up without a role', async () => {
    const { people, told } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    await people.join(wil);
    people.roleGone('wil');
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:1', 'colleague gone']);
    expect(await people.somebodyIsThere()).to.equal(false);
  });

  it('passes nothing on once the visitor heard that nobody reads along', async () => {
    const { people, told, world } = aHouse();
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    await people.join(wil);
    await people.settled();
    world.reachable = false;
    people.pass('web:1', words('one'));
    people.pass('web:1', words('two'));
    await people.settled();
    expect(told.map(([, text]) => text)).to.not.include('two');
  });

  it('lets only join who was asked and is still on duty', async () => {
    const { people, looks } = aHouse();
    expect(await people.join(cor)).to.deep.equal({ kind: 'not-on-duty' });
    people.setDuty(wil, true);
    await people.invite('web:1', INVITATION);
    people.setDuty(cor, true);
    expect(await people.join(cor)).to.deep.equal({ kind: 'not-asked' });
    people.setDuty(wil, false);
    expect(await people.join(wil)).to.deep.equal({ kind: 'not-on-duty' });
    expect(looks).to.deep.equal([]);
    people.setDuty(wil, true);
    expect((await people.join(wil)).kind).to.equal('joined');
  });
});
