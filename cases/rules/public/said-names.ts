/**
 * Words that may be names by how they are written or where they stand. In a text for everybody a capital inside a sentence
 * is one unless everybody writes it so; what the family wrote with a capital is one also where a sentence begins, and in
 * small letters. A name in small letters that nobody wrote with a capital gets through.
 */
import { folded, isCapitalised, isOrdinary, kin, particles, schools } from './name-words.ts';

interface Said {
  readonly word: string;
  /** First of a sentence. */
  readonly starts: boolean;
  /** Nothing but a space, or the point of an abbreviation, stands between it and the word before. */
  readonly follows: boolean;
}

/** What the family wrote as a name, folded. */
interface OwnNames {
  readonly anyCase: ReadonlySet<string>;
  readonly withCapital: ReadonlySet<string>;
}

const word = /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*(?![\p{L}\p{M}\d])/gu;
const sentenceEnd = /(?:^|[.!?…:\n])[\s"'‘’“”„«»()*•–-]*$/u;
/** After these, and after an initial, the point ends no sentence. */
const abbreviation =
  /(?<![\p{L}])(?:\p{Lu}|dhr|mevr|mw|dr|drs|mr|ing|ir|fam|bijv|bv|nl|evt|incl|excl|o\.a|m\.n|d\.w\.z|i\.v\.m|t\.a\.v)\.\s*$/u;
/** Shorter ones are words too: `Wil`, `Bas`. */
const SURE_LENGTH = 4;
/** Of the words inside sentences: from here on capitals tell nothing, because everything is written so. */
const SHOUTS_FROM = 0.4;
/** Between two words of one name. */
const between = /^(?:de|del|den|der|di|dos|du|el|het|la|le|te|ten|ter|van|von)$/u;

const saidIn = (text: string): readonly Said[] => {
  let end = 0;
  return [...text.matchAll(word)].map(({ 0: said, index }) => {
    const gap = text.slice(end, index);
    const before = text.slice(Math.max(0, index - 20), index);
    const isAbbreviated = abbreviation.test(before);
    const starts = !isAbbreviated && sentenceEnd.test(index > 20 ? `,${before}` : before);
    end = index + said.length;
    return { word: said, starts, follows: !starts && (isAbbreviated || /^[ \u00a0]$/u.test(gap)) };
  });
};

const isParticle = (one: Said): boolean => particles.has(folded(one.word));

/** The word before it, articles left out: `basisschool De Regenboog`. */
const before = (all: readonly Said[], place: number): string | undefined => {
  let at = place;
  while (all[at]?.follows === true && at > 0) {
    at -= 1;
    const one = all[at];
    if (one !== undefined && !isParticle(one)) return folded(one.word);
  }
  return undefined;
};

const isSchool = (said: string | undefined): boolean =>
  said !== undefined && (schools.has(said) || said.endsWith('school') || said.endsWith('college'));

/** Capitals by which everybody could be meant are left out, but not after the word for a school. */
const looksLikeName = (all: readonly Said[], place: number): boolean => {
  const one = all[place];
  if (one === undefined || one.starts || !isCapitalised(one.word) || isParticle(one)) return false;
  const ofSchool = isSchool(before(all, place)) && one.word !== one.word.toUpperCase();
  return ofSchool || !isOrdinary(one.word);
};

/** Also in the genitive: `Kevins`, `Anja's`. */
const formsOf = (said: string): readonly string[] => {
  const plain = folded(said).replace(/['’]s$/u, '');
  return [plain, ...(plain.endsWith('s') ? [plain.slice(0, -1)] : [])];
};

/** Every part of a double name counts: `Jansen-Bakker`. */
const partsOf = (said: string): readonly string[] => {
  const [plain = ''] = formsOf(said);
  return [plain, ...plain.split('-')];
};

const shouts = (all: readonly Said[]): boolean => {
  const inside = all.filter(({ starts }) => !starts);
  const capitals = inside.filter(({ word: said }) => isCapitalised(said));
  return capitals.length > 3 && capitals.length >= SHOUTS_FROM * inside.length;
};

const ownNames = (texts: readonly string[]): OwnNames => {
  const sure: string[] = [];
  const perhaps: string[] = [];
  for (const text of texts) {
    const all = saidIn(text.normalize('NFC'));
    const unsure = shouts(all);
    all.forEach((one, place) => {
      if (looksLikeName(all, place) && !isOrdinary(one.word))
        (unsure || one.word.length < SURE_LENGTH ? perhaps : sure).push(...partsOf(one.word));
      const isAfterKin = !one.starts && kin.has(before(all, place) ?? '');
      const isAtStart = one.starts && isCapitalised(one.word) && !isOrdinary(one.word) && !isParticle(one);
      if (isAtStart || (isAfterKin && !isParticle(one))) perhaps.push(...partsOf(one.word));
    });
  }
  return { anyCase: new Set(sure), withCapital: new Set(perhaps) };
};

/** With the words that belong to it, before and after: `Anja de Boer`. */
const whole = (all: readonly Said[], names: readonly boolean[], place: number): string => {
  let first = place;
  for (let at = place; all[at]?.follows === true && at > 0; ) {
    at -= 1;
    const one = all[at];
    if (one === undefined) break;
    if (isParticle(one)) {
      if (!between.test(folded(one.word))) break;
      if (isCapitalised(one.word)) first = at;
      continue;
    }
    if (names[at] !== true && !(one.starts && isCapitalised(one.word) && !isOrdinary(one.word))) break;
    first = at;
  }
  return all
    .slice(first, place + 1)
    .map((one) => one.word)
    .join(' ');
};

/** In the words of the text; `ownWords`: what was written in the case itself. */
export const saidNamesIn = (text: string, ownWords: readonly string[]): readonly string[] => {
  const own = ownNames(ownWords);
  const all = saidIn(text);
  const isOwn = ({ word: said }: Said): boolean =>
    formsOf(said).some((form) => own.anyCase.has(form) || (isCapitalised(said) && own.withCapital.has(form))) &&
    !(isCapitalised(said) && isOrdinary(said));
  const names = all.map((one, place) => looksLikeName(all, place) || isOwn(one));
  return all.flatMap((_, place) => (names[place] === true ? [whole(all, names, place)] : []));
};
