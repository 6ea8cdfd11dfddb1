/** What somebody who works here can type, instead of what a parent would hear. */
import type { Actor } from '../../cases/index.ts';
import type { Knowledge, Match } from '../../knowledge/index.ts';
import { wordsOf } from '../../cards/index.ts';
import { familiesIn, namesUnknownFamily } from '../family-in-text.ts';
import { firstChoices } from '../greet.ts';
import type { Spoken } from '../plain-words.ts';
import { alternativesOf, isAlternative } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome, Reply } from '../types.ts';
import { unknownFamily } from './unknown-family.ts';
import { nameBesideWork } from './work-words.ts';

/** The answer about what this chat can do, which is written for parents. */
const ABOUT_THIS_CHAT = 'wat-kan-deze-chat';

/** What a colleague says back, by the answer that a parent would get. */
const smallTalk: Readonly<Record<string, string>> = {
  groet: 'medewerker.groet',
  bedankt: 'medewerker.graag-gedaan',
  afscheid: 'medewerker.tot-ziens',
};

/** Before the knowledge base is asked: a family that is not theirs, or what they can do here. */
export async function roleAnswer(running: Running, match: Match): Promise<Outcome | undefined> {
  const { deps, turn, said, plain } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  if (namesUnknownFamily(said, knowledge) || asksAfterSomebody(running, knowledge)) {
    const own = await deps.cases.ownCases(actor);
    if (familiesIn(running, own, knowledge).length === 0) return helped(running, unknownFamily(knowledge));
  }
  const asksForHelp =
    isAlternative(plain, 'herken.wat-kan-ik', knowledge) ||
    (match.decided === 'answer' && match.answerId === ABOUT_THIS_CHAT);
  if (asksForHelp) return helped(running, []);
  if (isAlternative(plain, 'herken.ok', knowledge))
    return { state: running.state, replies: [say([knowledge.text('medewerker.ok')])] };
  const small = match.decided === 'answer' && match.answerId !== null ? smallTalk[match.answerId] : undefined;
  if (small !== undefined) return { state: running.state, replies: [say([knowledge.text(small)])] };
  return match.decided === 'decline' ? helped(running, [knowledge.text('medewerker.weet-ik-niet')]) : undefined;
}

/** "hoe staat het met Pietersen": a name behind such a word, where nothing else is said but work. */
function asksAfterSomebody(said: Spoken, knowledge: Knowledge): boolean {
  const [name] = nameBesideWork(said, knowledge);
  const { words } = said;
  const about = alternativesOf('herken.werk.over', knowledge);
  const partsOfName = alternativesOf('herken.tussenvoegsel', knowledge);
  const before = name === undefined ? [] : words.slice(0, words.indexOf(name));
  return about.has(before.findLast((word) => about.has(word) || !partsOfName.has(word)) ?? '');
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
  return say([text('medewerker.dit-kan'), ...ofRole, text('groet.gevaar')]);
}
