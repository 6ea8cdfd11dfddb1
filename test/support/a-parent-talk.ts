/** A parent who talks over the subject itself, with the real flows for filing and for the own question. */
import type { CaseSettings, OfficerAction } from '../../cases/index.ts';
import { converse, type DialogDeps, type DialogState, initialState, type Reply } from '../../dialogs/index.ts';
import type { Knowledge, Match } from '../../knowledge/index.ts';
import { aDesk, heard } from './scripted-cases.ts';
import { aKnowledge, realFlow } from './a-knowledge.ts';
import { aCaseWorld, aParent, officer1, sha256, someSettings } from './case-world.ts';
import { nobodyThere } from './nobody-there.ts';

const CODE = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/;

type Matches = Readonly<Record<string, Partial<Match>>>;

export const parentKnowledge = (matches: Matches = {}): Knowledge =>
  aKnowledge({
    flows: [realFlow('leg-voor'), realFlow('mijn-vraag'), realFlow('andere-wegen')],
    matches,
  });

interface Wishes extends Partial<Pick<CaseSettings['stuck'], 'ownRules'>> {
  /** What is recognised in these words. */
  readonly matches?: Matches;
}

export async function aParentTalk({ ownRules = [], matches = {} }: Wishes = {}) {
  const world = await aCaseWorld({ settings: { stuck: { ...someSettings.stuck, ownRules } } });
  const knowledge = parentKnowledge(matches);
  let ids = 0;
  let turns = 0;
  const deps: DialogDeps = {
    knowledge,
    cases: world.cases,
    desk: aDesk(),
    people: nobodyThere(),
    newId: () => `ref-${String((ids += 1)).padStart(16, '0')}`,
    sha256,
    now: () => world.deps.now(),
    pause: () => Promise.resolve(),
    mayTryFollowCode: () => true,
    followCodeWorked: () => undefined,
  };

  /** A chat of its own: what is said in it, and all that was answered to the last words. */
  function chat() {
    let state: DialogState = initialState;
    const says = async (...texts: readonly string[]): Promise<string> => {
      let last: readonly Reply[] = [];
      for (const text of texts) {
        turns += 1;
        const turn = {
          actor: aParent,
          conversation: aParent.address,
          commandId: `turn-${turns}`,
          input: { kind: 'text' as const, text },
        };
        const outcome = await converse(deps)(state, turn);
        state = outcome.state;
        last = outcome.replies;
      }
      return heard(last);
    };
    return { says, state: () => state };
  }

  const { says, state } = chat();
  let caseId = '';

  const stored = async () => {
    const [found] = (await world.stored(caseId)).escalations;
    if (found === undefined) throw new Error('Nothing was filed.');
    return found;
  };

  return {
    world,
    deps,
    chat,
    says,
    state,
    stored,
    /** The shortest way to a filing; gives the follow code. */
    async files(words = 'Niemand belt terug.'): Promise<string> {
      await says('leg mijn vraag voor', 'Nee', 'Overslaan', 'Overslaan', 'Overslaan', words);
      return this.filed(await says('Ja, leg voor'));
    },
    /** The code of this receipt, after which the officer can act. */
    async filed(receipt: string): Promise<string> {
      const [found] = await world.register.casesForOfficer(officer1.id);
      caseId = found ?? '';
      return CODE.exec(receipt)?.[0] ?? receipt;
    },
    async officer(action: OfficerAction) {
      turns += 1;
      const escalationId = (await stored()).id;
      const outcome = await world.cases.asOfficer(officer1, { caseId, escalationId }, action, `officer-${turns}`);
      if (outcome.kind !== 'card') throw new Error(`The officer was refused: ${JSON.stringify(outcome)}`);
    },
  };
}
