import { expect } from 'chai';
import type { AuditLine, StaffActor } from '../../cases/index.ts';
import type { InvitationWords, Reply } from '../../dialogs/index.ts';
import { makeLog } from '../../bot/log.ts';
import { makePeople, WAIT_MS } from '../../bot/people.ts';

const wil: StaffActor = { kind: 'worker', id: 'wil', name: 'Wil' };
const cor: StaffActor = { kind: 'worker', id: 'cor', name: 'Cor' };
const words = (text: string): readonly Reply[] => [{ kind: 'text', paragraphs: [text], links: [], tone: 'normal' }];
const INVITATION: InvitationWords = {
  hidden: undefined,
  ask: words('ask'),
  nobodyCame: words('nobody came'),
  colleagueGone: words('colleague gone'),
  visitorGone: words('visitor gone'),
};

function aHouse() {
  const told: [to: string, text: string][] = [];
  const looks: AuditLine[] = [];
  const timers = new Map<() => void, number>();
  const world = { now: new Date('2026-11-23T09:00:00.000Z'), reachable: true, audits: true };
  const tell = (to: string, replies: readonly Reply[]) => {
    for (const reply of replies) if (reply.kind === 'text') told.push([to, reply.paragraphs.join()]);
    return Promise.resolve(to.startsWith('web:') || world.reachable);
  };
  const people = makePeople({
    tellColleague: tell,
    tellVisitor: tell,
    saidIn: () => [{ by: 'visitor', text: 'Hallo' }],
    auditLog: {
      append(line) {
        if (!world.audits) return Promise.reject(new Error('disk full'));
        looks.push(line);
        return Promise.resolve();
      },
    },
    timers: {
      after(ms, run) {
        timers.set(run, ms);
        return () => timers.delete(run);
      },
    },
    log: makeLog({ level: 'error', stream: { write: () => undefined }, now: () => world.now }),
    now: () => world.now,
  });
  return {
    people,
    told,
    looks,
    world,
    timers,
    /** As if the longest wait were over. */
    runTimers() {
      for (const [run, ms] of timers) if (ms === WAIT_MS) run();
    },
  };
}

describe('people who join a chat', () => {
  it('asks everybody on duty who is free, and nobody who is not', async () => {
    const { people, told } = aHouse();
    expect(people.invite('web:1', INVITATION)).to.equal(false);
    people.setDuty(wil, true);
    people.setDuty(cor, true);
    people.setDuty(cor, false);
    expect(people.invite('web:1', INVITATION)).to.equal(true);
    await people.settled();
    expect(told).to.deep.equal([['wil', 'ask']]);
  });

  it('lets duty end with the day', () => {
    const { people, world } = aHouse();
    people.setDuty(wil, true);
    world.now = new Date('2026-11-24T09:00:00.000Z');
    expect(people.somebodyIsThere()).to.equal(false);
  });

  it('writes a look down before anything is shown, and shows nothing when it can not', async () => {
    const { people, looks, world, told } = aHouse();
    people.setDuty(wil, true);
    people.invite('web:1', INVITATION);
    expect(await people.join(wil)).to.deep.equal({
      kind: 'joined',
      said: [{ by: 'visitor', text: 'Hallo' }],
      hidden: undefined,
    });
    expect(looks).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'chat-joined', actor: 'wil', subject: 'web:1' },
    ]);
    people.end('wil');
    people.invite('web:2', INVITATION);
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
    people.invite('web:1', INVITATION);
    const joined = await Promise.all([people.join(wil), people.join(cor)]);
    expect(joined.map(({ kind }) => kind)).to.deep.equal(['joined', 'nobody-waits']);
  });

  it('tells who waits that nobody came, and only who still waits', async () => {
    const house = aHouse();
    const { people, told, timers } = house;
    people.setDuty(wil, true);
    people.invite('web:1', INVITATION);
    house.runTimers();
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['web:1', 'nobody came']);
    people.invite('web:2', INVITATION);
    await people.join(wil);
    expect(timers.size).to.equal(0);
  });

  it('tells the visitor when the colleague can not be reached any more, and stops', async () => {
    const { people, told, world } = aHouse();
    people.setDuty(wil, true);
    people.invite('web:1', INVITATION);
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
    people.invite('web:1', INVITATION);
    people.visitorLeft('web:1');
    expect(timers.size).to.equal(0);
    people.invite('web:2', INVITATION);
    await people.join(wil);
    people.visitorLeft('web:2');
    await people.settled();
    expect(told.at(-1)).to.deep.equal(['wil', 'visitor gone']);
  });
});
