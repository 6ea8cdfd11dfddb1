/** What somebody who works here can type, instead of what a parent would hear. */
import type { Actor } from '../../cases/index.ts';
import type { Knowledge, Match } from '../../knowledge/index.ts';
import { wordsOf } from '../../cards/index.ts';
import { familiesIn, namesUnknownFamily } from '../family-in-text.ts';
import { firstChoices } from '../greet.ts';
import { isAlternative } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome, Reply } from '../types.ts';
import { unknownFamily } from './unknown-family.ts';

/** The answer about what this chat can do, which is written for parents. */
const ABOUT_THIS_CHAT = 'wat-kan-deze-chat';

/** Before the knowledge base is asked: a family that is not theirs, or what they can do here. */
export async function roleAnswer(running: Running, match: Match): Promise<Outcome | undefined> {
  const { deps, turn, said, plain } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  if (namesUnknownFamily(said, knowledge)) {
    const own = await deps.cases.ownCases(actor);
    if (familiesIn(said, own, knowledge).length === 0) return helped(running, unknownFamily(knowledge));
  }
  const asksForHelp =
    isAlternative(plain, 'herken.wat-kan-ik', knowledge) ||
    (match.decided === 'answer' && match.answerId === ABOUT_THIS_CHAT);
  if (asksForHelp) return helped(running, []);
  return match.decided === 'decline' ? helped(running, [knowledge.text('medewerker.weet-ik-niet')]) : undefined;
}

function helped({ deps, turn, state }: Running, first: readonly string[]): Outcome {
  const { knowledge } = deps;
  const choices = firstChoices(turn.actor, knowledge);
  return {
    state: { ...state, offered: choices.offered },
    replies: [...(first.length === 0 ? [] : [say(first)]), roleHelp(turn.actor, knowledge), ...choices.replies],
  };
}

function roleHelp({ kind }: Pick<Actor, 'kind'>, knowledge: Knowledge): Reply {
  const text = wordsOf(knowledge);
  const ofRole =
    kind === 'officer'
      ? [text('aanspreekpunt.dit-kan'), text('aanspreekpunt.dit-kan.ook')]
      : [text('groet.medewerker.voorbeeld'), text('groet.medewerker.opdrachten'), text('groet.medewerker.dienst')];
  return say([text('medewerker.dit-kan'), ...ofRole]);
}
