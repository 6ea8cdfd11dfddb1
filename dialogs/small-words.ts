/** A word or a sign that asks nothing: "ok", a thumb, tears, "weet ik veel". A person would say something that fits. */
import type { Knowledge } from '../knowledge/index.ts';
import { firstChoices } from './greet.ts';
import { isAlternative } from './prepared.ts';
import { phoneLink, say } from './say.ts';
import { placeLinks } from './places.ts';
import type { Running } from './run-flow.ts';
import type { Outcome, Reply } from './types.ts';

export function smallTalk({ deps, turn, state, said, plain }: Running): Outcome | undefined {
  const { knowledge } = deps;
  if (turn.actor.kind !== 'parent') return undefined;
  const words = answerTo(said, plain, knowledge);
  if (words === undefined) return undefined;
  const choices = firstChoices(turn.actor, knowledge);
  return { state: { ...state, offered: choices.offered }, replies: [words, ...choices.replies] };
}

function answerTo(said: string, plain: string, knowledge: Knowledge): Reply | undefined {
  if (isAlternative(plain, 'herken.weet-niet', knowledge)) return say([knowledge.text('weet-niet.geeft-niet')]);
  if (isAlternative(plain, 'herken.ok', knowledge)) return say([knowledge.text('ok.antwoord')]);
  if (plain !== '') return undefined;
  if (shows(said, 'herken.emoji.verdriet', knowledge)) return comfort(knowledge);
  return shows(said, 'herken.emoji.blij', knowledge) ? say([knowledge.text('ok.antwoord')]) : undefined;
}

function comfort(knowledge: Knowledge): Reply {
  const luisterlijn = knowledge.place('luisterlijn');
  const links = luisterlijn === undefined ? [] : placeLinks(luisterlijn, knowledge);
  const danger = knowledge.text('crisis.nummer-112');
  return say(
    ['verdriet.antwoord', 'verdriet.luisterlijn', 'groet.gevaar'].map((key) => knowledge.text(key)),
    [...phoneLink(knowledge.text('crisis.bel-112', { telefoon: danger }), danger), ...links],
  );
}

/** Whether one of these signs is in the text; skin tones and other variants do not matter. */
function shows(said: string, key: string, knowledge: Knowledge): boolean {
  return knowledge
    .text(key)
    .split(' ')
    .some((sign) => said.includes(sign));
}
