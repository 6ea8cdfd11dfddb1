/** A `Cases` that answers from a script and writes down what was asked, and a talk over it that remembers its state. */
import type { Actor, Cases, CardView, CheckResult, Decision, FamilyCase, OnePlanFinding } from '../../cases/index.ts';
import {
  converse,
  type DeskPort,
  type DialogDeps,
  type DialogState,
  initialState,
  type PeoplePort,
  type Reply,
} from '../../dialogs/index.ts';
import type { DeskView } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { aFamilyCase, anEscalation } from './a-family-case.ts';
import { aKnowledge } from './a-knowledge.ts';
import { sha256 } from './case-world.ts';
import { nobodyThere } from './nobody-there.ts';

export const parent: Actor = { kind: 'parent', address: 'web:c1' };
export const worker: Actor = { kind: 'worker', id: 'w-1', name: 'Wim Werker' };
export const officer: Actor = { kind: 'officer', id: 'o-1', name: 'Olga Officier' };

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Script = { readonly [K in keyof Cases]?: (...args: Parameters<Cases[K]>) => ReturnType<Cases[K]> };

/** Everything that is not in the script fails the test that asks for it. */
export function scriptedCases(script: Script): { readonly cases: Cases; readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  const scripted =
    <K extends keyof Cases>(name: K) =>
    (...args: Parameters<Cases[K]>): ReturnType<Cases[K]> => {
      calls.push({ name, args });
      const answer = script[name];
      if (answer === undefined) throw new Error(`${name} is not in the script`);
      return answer(...args);
    };
  return {
    calls,
    cases: {
      ownCases: scripted('ownCases'),
      // What is shown are the same families, unless the script says otherwise.
      showOwnCases: script.showOwnCases ?? script.ownCases ?? scripted('showOwnCases'),
      check: scripted('check'),
      file: scripted('file'),
      filedBefore: script.filedBefore ?? (() => Promise.resolve(null)),
      openCard: scripted('openCard'),
      take: scripted('take'),
      decide: scripted('decide'),
      asOfficer: scripted('asOfficer'),
      react: scripted('react'),
      actOnDueDates: scripted('actOnDueDates'),
      running: scripted('running'),
      account: scripted('account'),
      openPromises: scripted('openPromises'),
      published: scripted('published'),
      publicRecords: scripted('publicRecords'),
      withdraw: scripted('withdraw'),
      record: scripted('record'),
      endFirstContact: scripted('endFirstContact'),
      stopFinding: scripted('stopFinding'),
      pushFinding: scripted('pushFinding'),
      ownWork: scripted('ownWork'),
      inView: scripted('inView'),
      lookAtAll: scripted('lookAtAll'),
      follow: scripted('follow'),
      dueNotices: scripted('dueNotices'),
      noticeToDeliver: scripted('noticeToDeliver'),
      settle: scripted('settle'),
      requeue: scripted('requeue'),
      handOverOrphans: scripted('handOverOrphans'),
    },
  };
}

/** Two officers, nobody to chat with. */
export const aDesk = (part: Partial<DeskPort> = {}): DeskPort => ({
  officers: () =>
    Promise.resolve([
      { id: 'o-1', name: 'Olga Officier' },
      { id: 'o-2', name: 'Otto Officier' },
    ]),
  caseIds: () => Promise.resolve([]),
  chatWith: () => Promise.resolve(null),
  ...part,
});

export interface TalkSetup {
  readonly desk?: DeskPort;
  readonly people?: Partial<PeoplePort>;
  readonly now?: Date;
  readonly as: Actor;
  readonly script?: Script;
  readonly knowledge?: Knowledge;
  readonly mayTryFollowCode?: () => boolean;
  readonly followCodeWorked?: () => void;
}

/** A conversation: every turn starts from the state that the turn before left. */
export function aTalk(setup: TalkSetup) {
  const { cases, calls } = scriptedCases(setup.script ?? {});
  let ids = 0;
  let turns = 0;
  let state: DialogState = initialState;
  const deps: DialogDeps = {
    knowledge: setup.knowledge ?? aKnowledge(),
    cases,
    desk: setup.desk ?? aDesk(),
    people: nobodyThere(setup.people),
    newId: () => {
      ids += 1;
      return `ref-${String(ids).padStart(16, '0')}`;
    },
    sha256,
    now: () => setup.now ?? new Date('2026-11-22T09:00:00.000Z'),
    pause: () => Promise.resolve(),
    mayTryFollowCode: setup.mayTryFollowCode ?? (() => true),
    followCodeWorked: setup.followCodeWorked ?? (() => undefined),
  };
  const turn = async (input: Parameters<ReturnType<typeof converse>>[1]['input']): Promise<readonly Reply[]> => {
    turns += 1;
    const outcome = await converse(deps)(state, {
      actor: setup.as,
      conversation: 'web:c1',
      commandId: `turn-${turns}`,
      input,
    });
    state = outcome.state;
    return outcome.replies;
  };
  return {
    calls,
    opens: () => turn({ kind: 'opened' }),
    says: (text: string) => turn({ kind: 'text', text }),
    submits: (verb: string, data: unknown) => turn({ kind: 'submit', verb, data }),
    /** The last reply of several messages after each other. */
    saysAll: async (...texts: readonly string[]) => {
      let last: readonly Reply[] = [];
      for (const text of texts) last = await turn({ kind: 'text', text });
      return last;
    },
    state: () => state,
    deps,
  };
}

/** Everything a person can read in text replies and choices, one line a paragraph. */
export function heard(replies: readonly Reply[]): string {
  return replies
    .flatMap((reply) => {
      if (reply.kind === 'text')
        return [...reply.paragraphs, ...reply.links.map(({ title, url }) => `${title} <${url}>`)];
      if (reply.kind === 'choices') return [reply.prompt, ...reply.choices.map(({ title }) => `[${title}]`)];
      return [`(${reply.summary})`];
    })
    .join('\n');
}

export function cardsIn(replies: readonly Reply[]) {
  return replies.filter((reply) => reply.kind === 'card');
}

export const aDecision: Decision = {
  verdict: 'refused',
  reason: 'Er is al een regisseur.',
  effectiveOn: '2027-01-04',
  by: { id: 'o-1', name: 'Olga Officier' },
  at: '2026-11-23T10:00:00.000Z',
};

export function aCardView(part: Partial<CardView> = {}): CardView {
  return {
    kind: 'card',
    cardRef: 'card-0000000000000001',
    label: 'Gezin De Vries',
    escalation: anEscalation(),
    familyCase: aFamilyCase(),
    finding: null,
    mayDecide: true,
    ...part,
  };
}

/** The same, as an officer sees it on the day after it was filed. */
export function aDeskView(part: Partial<DeskView> = {}): DeskView {
  return {
    ...aCardView(),
    viewer: 'o-1',
    today: '2026-11-23',
    officers: [
      { id: 'o-1', name: 'Olga Officier' },
      { id: 'o-2', name: 'Otto Officier' },
    ],
    chat: null,
    ...part,
  };
}

export function aCheck(finding: OnePlanFinding, familyCase: FamilyCase = aFamilyCase()): CheckResult {
  const complete = {
    finding,
    deviations: [],
    lookedAt: ['register'],
    by: 'Wim Werker',
    at: '2026-11-22T09:00:00.000Z',
  };
  return {
    kind: 'checked',
    label: 'Gezin De Vries',
    finding,
    complete,
    familyCase,
    team: [{ id: 'worker-1', name: 'Wil Werker' }],
  };
}
