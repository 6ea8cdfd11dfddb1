/**
 * "Hij slaapt nu", "we zijn bij de huisarts", "oké dank je": a whole sentence that tells how it is now and nothing else. Only
 * sentences that an editor wrote down count, so that a new danger is never taken for one.
 */
import type { Knowledge } from '../knowledge/index.ts';
import { alternativesOf, isAlternative } from './prepared.ts';

/** "Mama zegt dankjewel": fewer words than these tell of nothing by themselves. */
const FEWEST = 3;

export type Remark = 'told' | 'thanks';

/** `undefined`: it says something else, or something more. `plain`: the plain words of `said`. */
export function remarkIn(said: string, plain: string, knowledge: Knowledge): Remark | undefined {
  if (plain === '' || said.includes('?')) return undefined;
  const words = plain.split(' ');
  const core = withoutFillers(words, knowledge);
  if (saysThanks(plain, knowledge) && (core.length === 0 || thanksIn(knowledge).has(core.join(' ')))) return 'thanks';
  return tells(core, knowledge) ? 'told' : undefined;
}

export function saysThanks(plain: string, knowledge: Knowledge): boolean {
  const thanks = thanksIn(knowledge);
  return plain.split(' ').some((word) => thanks.has(word));
}

/** What is left without "oké dank je" and such, between which danger may be said; `undefined`: too little, or all of it. */
export function besideThanks(plain: string, knowledge: Knowledge): string | undefined {
  const words = plain.split(' ');
  const core = withoutFillers(words, knowledge);
  return core.length < FEWEST || core.length === words.length ? undefined : core.join(' ');
}

const thanksIn = (knowledge: Knowledge) => alternativesOf('herken.na-gevaar.dank', knowledge);

function withoutFillers(words: readonly string[], knowledge: Knowledge): readonly string[] {
  const fillers = alternativesOf('herken.na-gevaar.opvulling', knowledge);
  const thanks = thanksIn(knowledge);
  return words.filter((word) => !fillers.has(word) && !thanks.has(word));
}

/** Who it is about stands in front: "ben ik veilig" asks, and tells nothing. */
function tells(core: readonly string[], knowledge: Knowledge): boolean {
  const who = alternativesOf('herken.na-gevaar.wie', knowledge);
  const verb = core.findIndex((word) => !who.has(word));
  return [core, core.slice(Math.max(verb, 0))].some((part) =>
    isAlternative(part.join(' '), 'herken.na-gevaar', knowledge),
  );
}
