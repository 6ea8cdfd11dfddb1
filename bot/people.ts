/**
 * Who is there for the chat, who waits for a person, and who talks with whom: in memory, for this process only. It looks
 * nothing up and decides nothing about a filing. A look at what was said is written down first, or there is no look.
 */
import { type AuditLog, localDay, type StaffActor } from '../cases/index.ts';
import type { InvitationWords, Joined, PeoplePort, Reply, Said } from '../dialogs/index.ts';
import { makeLanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

/** How long somebody waits before hearing that nobody came. */
export const WAIT_MS = 5 * 60_000;

export interface PeopleDeps {
  /** False: this colleague can't be reached. */
  tellColleague(actorId: string, replies: readonly Reply[]): Promise<boolean>;
  /** False: the conversation is gone. */
  tellVisitor(conversation: string, replies: readonly Reply[]): Promise<boolean>;
  /** Oldest first; empty when the conversation is gone. */
  saidIn(conversation: string): readonly Said[];
  readonly auditLog: Pick<AuditLog, 'append'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly log: Log;
  now(): Date;
}

export interface People extends PeoplePort {
  /** The conversation is over: whoever talks in it hears so. */
  visitorLeft(conversation: string): void;
  /** Resolves when everything that was to be passed on has been, or has failed. */
  settled(): Promise<void>;
  /** Nobody is told that nobody came any more. */
  stop(): void;
}

interface Waiting {
  readonly words: InvitationWords;
  readonly giveUp: () => void;
}

interface Talk {
  readonly conversation: string;
  readonly actorId: string;
  readonly words: InvitationWords;
}

export function makePeople(deps: PeopleDeps): People {
  const { log } = deps;
  const lanes = makeLanes();
  const underWay = new Set<Promise<unknown>>();
  /** By colleague: the day for which duty was taken on. */
  const duty = new Map<string, string>();
  const waiting = new Map<string, Waiting>();
  /** Each talk under the conversation and under the colleague. */
  const talks = new Map<string, Talk>();

  const free = (): readonly string[] => {
    const today = localDay(deps.now());
    return [...duty].flatMap(([id, day]) => (day === today && !talks.has(id) ? [id] : []));
  };

  function forget(talk: Talk): void {
    talks.delete(talk.conversation);
    talks.delete(talk.actorId);
  }

  /** In order for each receiver, and nobody's turn waits for it. */
  function send(to: string, work: () => Promise<boolean>): Promise<boolean> {
    const sent = lanes.run(to, work).catch((error: unknown) => {
      log.error('people-message-failed', log.faultOf(error));
      return false;
    });
    underWay.add(sent);
    void sent.then(() => underWay.delete(sent));
    return sent;
  }

  const toColleague = (id: string, replies: readonly Reply[]) => send(id, () => deps.tellColleague(id, replies));
  const toVisitor = (id: string, replies: readonly Reply[]) => send(id, () => deps.tellVisitor(id, replies));

  function takeAway(conversation: string): Waiting | undefined {
    const found = waiting.get(conversation);
    found?.giveUp();
    waiting.delete(conversation);
    return found;
  }

  function nobodyCame(conversation: string): void {
    const found = takeAway(conversation);
    if (found) void toVisitor(conversation, found.words.nobodyCame);
  }

  async function lost(talk: Talk): Promise<void> {
    if (talks.get(talk.conversation) !== talk) return;
    forget(talk);
    await toVisitor(talk.conversation, talk.words.colleagueGone);
  }

  async function mayLook(actor: StaffActor, conversation: string): Promise<boolean> {
    try {
      const at = deps.now().toISOString();
      await deps.auditLog.append({ at, event: 'chat-joined', actor: actor.id, subject: conversation });
      return true;
    } catch (error) {
      log.error('audit-failed', log.faultOf(error));
      return false;
    }
  }

  async function join(actor: StaffActor): Promise<Joined> {
    if (talks.has(actor.id)) return { kind: 'already-talking' };
    const [first] = waiting;
    if (first === undefined) return { kind: 'nobody-waits' };
    const [conversation] = first;
    // Taken before anything is waited for: two colleagues never join the same visitor.
    const taken = takeAway(conversation);
    if (taken === undefined) return { kind: 'nobody-waits' };
    const { words } = taken;
    if (!(await mayLook(actor, conversation))) {
      void toVisitor(conversation, words.nobodyCame);
      return { kind: 'audit-unavailable' };
    }
    const said = deps.saidIn(conversation);
    if (said.length === 0) return { kind: 'nobody-waits' };
    const talk = { conversation, actorId: actor.id, words };
    talks.set(conversation, talk);
    talks.set(actor.id, talk);
    return { kind: 'joined', said, hidden: words.hidden };
  }

  return {
    setDuty(actor, here) {
      if (here) duty.set(actor.id, localDay(deps.now()));
      else duty.delete(actor.id);
    },
    somebodyIsThere: () => free().length > 0,
    invite(conversation, words) {
      takeAway(conversation);
      const asked = free();
      if (asked.length === 0 || talks.has(conversation)) return false;
      const giveUp = deps.timers.after(WAIT_MS, () => {
        nobodyCame(conversation);
      });
      waiting.set(conversation, { words, giveUp });
      // Who can't be reached is not waited for: the visitor hears it after the usual time at the latest.
      for (const id of asked) void toColleague(id, words.ask);
      return true;
    },
    join,
    isTalking: (who) => talks.has(who),
    pass(who, replies) {
      const talk = talks.get(who);
      if (talk === undefined) return;
      if (who === talk.actorId) void toVisitor(talk.conversation, replies);
      else
        void toColleague(talk.actorId, replies).then(async (arrived) => {
          if (!arrived) await lost(talk);
        });
    },
    end(who) {
      const talk = talks.get(who);
      if (talk) forget(talk);
    },
    visitorLeft(conversation) {
      takeAway(conversation);
      const talk = talks.get(conversation);
      if (talk === undefined) return;
      forget(talk);
      void toColleague(talk.actorId, talk.words.visitorGone);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop() {
      for (const conversation of [...waiting.keys()]) takeAway(conversation);
    },
  };
}
