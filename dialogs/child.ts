/** A child that says how old it is: it is spoken to as a child, and hears of the Kindertelefoon. */
import type { Knowledge } from '../knowledge/index.ts';
import { placeLinks } from './places.ts';
import { alternativesOf, onceEach } from './prepared.ts';
import { say, uniqueLinks } from './say.ts';
import { emergencyLinks } from './crisis.ts';
import type { Link, Reply } from './types.ts';

const YOUNGEST = 4;
const ADULT = 18;

/** What stands before an age, as words. */
const beforeAge = onceEach((key: string, knowledge): readonly (readonly string[])[] =>
  [...alternativesOf(key, knowledge)].map((before) => before.split(' ')),
);
/** From an age in words to years. */
const yearsInWords = onceEach(
  (key: string, knowledge): ReadonlyMap<string, number> =>
    new Map([...alternativesOf(key, knowledge)].map((word, at) => [word, at + YOUNGEST])),
);

/** "ik ben 9 jaar en …", "ik ben twaalf"; not "ik ben 9 jaar getrouwd" or "ik ben 12 weken zwanger". */
export function speaksAsChild(plain: string, knowledge: Knowledge): boolean {
  const words = plain.split(' ');
  if (!words.some((word) => yearsOf(word, knowledge) > 0)) return false;
  return beforeAge('herken.leeftijd.ervoor', knowledge).some((part) =>
    words.some((_, at) => {
      const stands = part.every((word, place) => words[at + place] === word);
      // "ben 12" without "ik" is a child only at the start: "mijn zoon en ik ben 12" is not said.
      if (!stands || (part.length === 1 && at > 0)) return false;
      return isAge(words.slice(at + part.length), knowledge);
    }),
  );
}

/** 0 for what is no age. */
function yearsOf(word: string, knowledge: Knowledge): number {
  return word.length <= 2 && /^\d+$/.test(word)
    ? Number(word)
    : (yearsInWords('herken.leeftijd.woorden', knowledge).get(word) ?? 0);
}

function isAge([number = '', ...rest]: readonly string[], knowledge: Knowledge): boolean {
  const years = yearsOf(number, knowledge);
  if (years < YOUNGEST || years >= ADULT) return false;
  const [next = '', after = ''] = rest;
  const ends = alternativesOf('herken.leeftijd.erna', knowledge);
  const follows = next === 'jaar' || next === 'jr' ? after : next;
  return follows === '' || ends.has(follows);
}

/**
 * "Papa slaat mama en ik zit op mijn kamer": in words of danger, a child speaks of its own parents. Never who speaks of a
 * child or a partner of their own, or tells what another said: parents call each other papa and mama too.
 */
export function speaksOfOwnParents(plain: string, knowledge: Knowledge): boolean {
  const says = (key: string) => [...alternativesOf(key, knowledge)].some((one) => ` ${plain} `.includes(` ${one} `));
  return says('herken.kind.ouder') && says('herken.kind.zelf') && !says('herken.kind.niet');
}

const KINDERTELEFOON = 'kindertelefoon';

function childLinks(knowledge: Knowledge): readonly Link[] {
  const place = knowledge.place(KINDERTELEFOON);
  const ofChildren = place === undefined ? [] : placeLinks(place, knowledge);
  return uniqueLinks([...emergencyLinks(knowledge).slice(0, 1), ...ofChildren]);
}

/** Whether who listens to children stands below these words already. */
export function namesKindertelefoon(reply: Reply, knowledge: Knowledge): boolean {
  const place = knowledge.place(KINDERTELEFOON);
  const urls = place === undefined ? [] : placeLinks(place, knowledge).map(({ url }) => url);
  return reply.kind === 'text' && urls.length > 0 && reply.links.some(({ url }) => urls.includes(url));
}

/** Above the choices. */
export function childLine(knowledge: Knowledge): Reply {
  return say([knowledge.text('kind.bel')], childLinks(knowledge));
}

/** No answer, for a child: a person who listens. */
export function childDeclined(knowledge: Knowledge): Reply {
  const paragraphs = ['kind.weet-ik-niet', 'kind.bel', 'kind.anders'].map((key) => knowledge.text(key));
  return say(paragraphs, childLinks(knowledge));
}
