/** A worker who talks to the real subject over memory adapters: what is written down is really written down. */
import { type FamilyCase, type StaffActor } from '../../cases/index.ts';
import { converse, type DialogDeps, type DialogState, initialState, type Reply } from '../../dialogs/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { aFamilyCase } from './a-family-case.ts';
import { aKnowledge } from './a-knowledge.ts';
import { nobodyThere } from './nobody-there.ts';
import { textsIn } from './an-app.ts';
import { aCaseWorld, sha256, worker1 } from './case-world.ts';
import { cardRefsIn, filledIn } from './card-walk.ts';
import { aDesk, cardsIn, heard } from './scripted-cases.ts';

interface Wishes {
  readonly as?: StaffActor;
  readonly families?: readonly FamilyCase[];
  readonly knowledge?: Knowledge;
  readonly world?: Parameters<typeof aCaseWorld>[0];
}

export async function aWorkerTalk({ as = worker1, families = [aFamilyCase()], knowledge, world: wishes }: Wishes = {}) {
  const world = await aCaseWorld({ ...wishes, cases: families });
  let ids = 0;
  let turns = 0;
  let state: DialogState = initialState;
  let newest: unknown;
  const deps: DialogDeps = {
    knowledge: knowledge ?? aKnowledge(),
    cases: world.cases,
    desk: aDesk({
      officers: () => world.deps.roles.officers(),
      caseIds: () => Promise.resolve(families.map(({ id }) => id)),
    }),
    people: nobodyThere(),
    newId: () => `ref-${String((ids += 1)).padStart(16, '0')}`,
    sha256,
    now: () => world.deps.now(),
    pause: () => Promise.resolve(),
    mayTryFollowCode: () => true,
    followCodeWorked: () => undefined,
  };
  const turn = async (input: Parameters<ReturnType<typeof converse>>[1]['input']): Promise<readonly Reply[]> => {
    turns += 1;
    const talked = await converse(deps)(state, {
      actor: as,
      conversation: 'teams:1',
      commandId: `turn-${turns}`,
      input,
    });
    state = talked.state;
    newest = cardsIn(talked.replies).at(-1)?.card ?? newest;
    return talked.replies;
  };
  /** Everything that can be read, cards included. */
  const read = (replies: readonly Reply[]) =>
    [heard(replies), ...cardsIn(replies).flatMap(({ card }) => textsIn(card))].join('\n');
  return {
    world,
    says: async (text: string) => read(await turn({ kind: 'text', text })),
    /** Presses a button of the newest card, or of the card with this reference; `#0` is the first choice of a field. */
    presses: async (verb: string, fields: Readonly<Record<string, unknown>> = {}) => {
      const cardRef = cardRefsIn(newest)[0];
      return read(await turn({ kind: 'submit', verb, data: { cardRef, ...filledIn(newest, fields) } }));
    },
    replies: turn,
    newest: () => newest,
    ref: () => cardRefsIn(newest)[0] ?? '',
    deps,
    state: () => state,
    /** The server starts anew, or nobody spoke for hours: the conversation is forgotten, the cards stay on the screen. */
    forgets: () => {
      state = initialState;
    },
    stored: (caseId?: string) => world.stored(caseId),
  };
}
