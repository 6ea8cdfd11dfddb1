/** Colleagues who can join a chat: what they are told, what is written down of it, and timers that a test lets run out. */
import { makeLog } from '../../bot/log.ts';
import { makePeople, WAIT_MS } from '../../bot/people.ts';
import type { AuditLine, StaffActor } from '../../cases/index.ts';
import type { InvitationWords, Reply } from '../../dialogs/index.ts';

export const wil: StaffActor = { kind: 'worker', id: 'wil', name: 'Wil' };
export const cor: StaffActor = { kind: 'worker', id: 'cor', name: 'Cor' };
export const words = (text: string): readonly Reply[] => [
  { kind: 'text', paragraphs: [text], links: [], tone: 'normal' },
];
export const INVITATION: InvitationWords = {
  hidden: undefined,
  ask: words('ask'),
  nobodyCame: words('nobody came'),
  colleagueGone: words('colleague gone'),
  visitorGone: words('visitor gone'),
};

export function aHouse() {
  const told: [to: string, text: string][] = [];
  const looks: AuditLine[] = [];
  const timers = new Map<() => void, number>();
  const world = {
    now: new Date('2026-11-23T09:00:00.000Z'),
    reachable: true,
    audits: true,
    roles: true,
    roleOf: new Set(['wil', 'cor']),
  };
  const tell = (to: string, replies: readonly Reply[]) => {
    for (const reply of replies) if (reply.kind === 'text') told.push([to, reply.paragraphs.join()]);
    return Promise.resolve(to.startsWith('web:') || world.reachable);
  };
  const people = makePeople({
    isStaff: (id) => (world.roles ? Promise.resolve(world.roleOf.has(id)) : Promise.reject(new Error('unreadable'))),
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
