/**
 * Who is there for the chat, who waits for a person, and who talks with whom: in memory, for this process only. It looks
 * nothing up and decides nothing about a filing. A look at what was said is written down first, or there is no look; and a
 * colleague whose role is gone is asked nothing and told nothing any more.
 */
import { type AuditLog, localDay, type StaffActor } from '../cases/index.ts';
import type { InvitationWords, Joined, PeoplePort, Reply, Said } from '../dialogs/index.ts';
import { makeLanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

/** How long somebody waits before hearing that nobody came. */
export const WAIT_MS = 5 * 60_000;

export interface PeopleDeps {
  /** Whether this colleague has a role now. */
  isStaff(actorId: string): Promise<boolean>;
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
  /** This colleague has no role any more: off duty, and whoever talked with him hears so. */
  roleGone(actorId: string): void;
  /** Resolves when everything that was to be passed on has been, or has failed. */
  settled(): Promise<void>;
  /** Nobody is told that nobody came any more. */
  stop(): void;
}

interface Waiting {
  readonly words: InvitationWords;
  readonly asked: ReadonlySet<string>;
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
  /** By conversation: who is being written down as looking. */
  const joining = new Map<string, StaffActor>();
  /** Each talk under the conversation and under the colleague. */
  const talks = new Map<string, Talk>();
  /** Talks of which the visitor heard that nobody reads along: what was still under way is not passed on. */
  const lostTalks = new WeakSet<Talk>();

  const isOnDuty = (id: string) => duty.get(id) === localDay(deps.now());

  async function hasRole(id: string): Promise<boolean> {
    try {
      return await deps.isStaff(id);
    } catch (error) {
      log.error('people-role-unknown', log.faultOf(error));
      return false;
    }
  }

  async function free(): Promise<readonly string[]> {
    const here = [...duty.keys()].filter((id) => isOnDuty(id) && !talks.has(id));
    const roles = await Promise.all(here.map(hasRole));
    return here.filter((_, at) => roles[at]);
  }

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

  const toVisitor = (id: string, replies: readonly Reply[]) => send(id, () => deps.tellVisitor(id, replies));
  const toColleague = (id: string, replies: readonly Reply[]) =>
    send(id, async () => (await hasRole(id)) && (await deps.tellColleague(id, replies)));

  function lost(talk: Talk): void {
    lostTalks.add(talk);
    if (talks.get(talk.conversation) !== talk) return;
    forget(talk);
    void toVisitor(talk.conversation, talk.words.colleagueGone);
  }

  const mayPass = async (talk: Talk) => !lostTalks.has(talk) && (await hasRole(talk.actorId));

  /** Lost before the next message is looked at: after "nobody reads along" nothing more arrives. */
  const passToColleague = (talk: Talk, replies: readonly Reply[]) =>
    send(talk.actorId, async () => {
      let arrived = false;
      try {
        arrived = (await mayPass(talk)) && (await deps.tellColleague(talk.actorId, replies));
      } finally {
        if (!arrived) lost(talk);
      }
      return arrived;
    });

  const passToVisitor = (talk: Talk, replies: readonly Reply[]) =>
    send(talk.conversation, async () => {
      if (await mayPass(talk)) return await deps.tellVisitor(talk.conversation, replies);
      lost(talk);
      return false;
    });

  function takeAway(conversation: string): Waiting | undefined {
    const found = waiting.get(conversation);
    found?.giveUp();
    waiting.delete(conversation);
    return found;
  }

  function cancel(conversation: string): boolean {
    const waited = takeAway(conversation) !== undefined;
    return joining.delete(conversation) || waited;
  }

  function nobodyCame(conversation: string): void {
    const found = takeAway(conversation);
    if (found) void toVisitor(conversation, found.words.nobodyCame);
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

  const isBusy = ({ id }: StaffActor) => talks.has(id) || [...joining.values()].some((one) => one.id === id);

  async function join(actor: StaffActor): Promise<Joined> {
    if (isBusy(actor)) return { kind: 'already-talking' };
    if (!isOnDuty(actor.id)) return { kind: 'not-on-duty' };
    const [conversation] = [...waiting].find(([, { asked }]) => asked.has(actor.id)) ?? [];
    if (conversation === undefined) return { kind: waiting.size > 0 ? 'not-asked' : 'nobody-waits' };
    // Taken before anything is waited for: two colleagues never join the same visitor.
    const taken = takeAway(conversation);
    if (taken === undefined) return { kind: 'nobody-waits' };
    const { words } = taken;
    joining.set(conversation, actor);
    const isWritten = await mayLook(actor, conversation);
    // The visitor took the yes back, or left, while the look was being written down.
    if (joining.get(conversation) !== actor) return { kind: 'nobody-waits' };
    joining.delete(conversation);
    if (!isWritten) {
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

  async function invite(conversation: string, words: InvitationWords): Promise<boolean> {
    cancel(conversation);
    const asked = await free();
    if (asked.length === 0 || talks.has(conversation)) return false;
    const giveUp = deps.timers.after(WAIT_MS, () => {
      nobodyCame(conversation);
    });
    waiting.set(conversation, { words, asked: new Set(asked), giveUp });
    // Who can't be reached is not waited for: the visitor hears it after the usual time at the latest.
    for (const id of asked) void toColleague(id, words.ask);
    return true;
  }

  return {
    setDuty(actor, here) {
      if (here) duty.set(actor.id, localDay(deps.now()));
      else duty.delete(actor.id);
    },
    somebodyIsThere: async () => (await free()).length > 0,
    invite,
    cancel,
    join,
    isTalking: (who) => talks.has(who),
    pass(who, replies) {
      const talk = talks.get(who);
      if (talk === undefined) return;
      if (who === talk.actorId) void passToVisitor(talk, replies);
      else void passToColleague(talk, replies);
    },
    end(who) {
      const talk = talks.get(who);
      if (talk) forget(talk);
    },
    visitorLeft(conversation) {
      cancel(conversation);
      const talk = talks.get(conversation);
      if (talk === undefined) return;
      forget(talk);
      void toColleague(talk.actorId, talk.words.visitorGone);
    },
    roleGone(actorId) {
      duty.delete(actorId);
      const talk = talks.get(actorId);
      if (talk) lost(talk);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop() {
      for (const conversation of [...waiting.keys()]) takeAway(conversation);
    },
  };
}
