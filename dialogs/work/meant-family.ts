/** "check Janssen", for an own family Jansen: asked before anything is done, and done with the name as it should be. */
import type { Knowledge } from '../../knowledge/index.ts';
import { familiesIn, labelInSentence, nameOf } from '../family-in-text.ts';
import { familiesNear } from '../near-family.ts';
import { plainWords, type Spoken, spoken } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';
import { refusalReplies } from '../refusals.ts';
import type { Running } from '../run-flow.ts';
import { offer, say } from '../say.ts';
import type { Offer, Outcome } from '../types.ts';
import { commandIn } from './heard-command.ts';
import { besideWork, nameBesideWork } from './work-words.ts';

/** `undefined`: no name was typed, or none that is near to an own family. Other families are never compared. */
export async function meantFamily(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state, plain } = running;
  const { knowledge, cases } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  const { name, most } = nameIn(running, knowledge);
  if (name.length === 0) return undefined;
  const own = await cases.ownCases(actor);
  if (familiesIn(running, own, knowledge).length > 0) return undefined;
  const near = familiesNear(name, own, { most, knowledge });
  if (near.length === 0) return undefined;
  const shown = await cases.showOwnCases(actor);
  if ('kind' in shown) return { state, replies: refusalReplies(shown, null, knowledge) };
  const labels = shown.filter(({ caseId }) => near.some((one) => one.caseId === caseId)).map(({ label }) => label);
  const saidWith = (other: string) =>
    ` ${plain} `
      .replace(` ${name.join(' ')} `, () => ` ${other} `)
      .replaceAll(/ +/g, ' ')
      .trim();
  const offered = [
    ...labels.map((label) => meant(label, saidWith(plainWords(nameOf(label, knowledge))), knowledge)),
    ...(own.length > near.length ? [another(saidWith(''), knowledge)] : []),
  ];
  const titles = offered.map(({ title }) => title);
  const asks = offer(question(labels, knowledge), titles);
  return { state: { ...state, offered }, replies: [say([knowledge.text('medewerker.gezin-onbekend')]), asks] };
}

/** An ordinary word beside a command may be a name as well ("signaal bakker"), where it differs one letter from one. */
function nameIn(said: Spoken, knowledge: Knowledge) {
  const name = nameBesideWork(said, knowledge);
  if (name.length > 0) return { name, most: 2 } as const;
  const beside = commandIn(said, knowledge) === undefined ? [] : besideWork(said, knowledge);
  return { name: beside.length === 1 ? beside : [], most: 1 } as const;
}

function question(labels: readonly string[], knowledge: Knowledge): string {
  const [only = '', ...others] = labels;
  return others.length > 0
    ? knowledge.text('medewerker.bedoelt-u.een-van')
    : knowledge.text('medewerker.bedoelt-u', { gezin: labelInSentence(only, knowledge) });
}

function meant(label: string, text: string, knowledge: Knowledge): Offer {
  const gezin = labelInSentence(label, knowledge);
  return { title: knowledge.text('medewerker.bedoelt-u.ja', { gezin }), to: { kind: 'said', text } };
}

/** The command without a name asks for which family. */
function another(withoutName: string, knowledge: Knowledge): Offer {
  const [check = ''] = alternativesOf('herken.casus-check', knowledge);
  const text = commandIn(spoken(withoutName), knowledge) === undefined ? check : withoutName;
  return { title: knowledge.text('medewerker.bedoelt-u.nee'), to: { kind: 'said', text } };
}
