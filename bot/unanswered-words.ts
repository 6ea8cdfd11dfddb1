/**
 * A question without what could tell who asked it. What is taken out becomes `…`. It is a net, not a proof: a rare first
 * name in small letters that stands by itself gets through (docs/privacy.md), so lines are few, undated in hours and short.
 */
import { maskBsn } from '../cases/index.ts';
import { GONE, withoutHouseNumbers, withoutPatterns } from './unanswered-patterns.ts';

/** Characters of a question that are kept at most. */
export const MOST_CHARACTERS = 200;
/** So many of a longer text are looked at: more than is kept, because what is taken out makes room. */
const LOOKED_AT = 1000;

const word = /[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*/gu;
const sentenceEnd = /[.!?:\n]\s*$/;

/** After these comes a name, whatever it looks like. */
const beforeAName = new Set(
  'heet heette heten meneer mevrouw mevr mw dhr juf juffrouw meester familie fam gezin dokter dr drs achternaam voornaam genaamd'.split(
    ' ',
  ),
);
/** After these a word that nobody else uses is a name: "mijn zoon kevin", "uit raalte". */
const beforeAPerhapsName = new Set(
  'zoon zoontje dochter dochtertje kind kindje baby man vrouw ex partner vriend vriendin broer broertje zus zusje nichtje neefje vader moeder oma opa tante oom stiefvader stiefmoeder pleegkind buurman buurvrouw begeleider begeleidster consulent hulpverlener mentor leraar lerares docent coach voogd gezinsvoogd regisseur psycholoog huisarts arts collega ben en met uit van in bij naar te door tegen naam code volgcode wachtwoord kenmerk'.split(
    ' ',
  ),
);
/** Between two words of a name, or before its first: "de boer", "fatima van der". */
const between = new Set('is van de der den het ter ten te mijn'.split(' '));
/** "Van de borgh": the name may come after the article. "Naar de" and the like mostly name no person. */
const beforeAnArticle = new Set(['van', 'juf', 'meester']);
const articles = new Set('de der den het ter ten'.split(' '));
/** "Mijn code is abcd". */
const beforeIs = new Set('code volgcode wachtwoord kenmerk'.split(' '));
/** Parts of a name that are no Dutch word: with what follows they are a name, also when nothing came before. */
const partsOfNames = new Set('el al bin bint ibn abu abd abdel ait ould von du dos da di della mac mc'.split(' '));
const street = /(?:straat|laan|weg|plein|gracht|kade|hof|singel|dijk)$/u;

/** `knows`: whether a word in small letters is an ordinary one. */
export function withoutPersonalData(text: string, knows: (word: string) => boolean): string {
  const start = beginningOf(text);
  const shouts = start === start.toUpperCase();
  const masked = maskBsn((shouts ? start.toLowerCase() : start).normalize('NFC').replaceAll(/\p{Cf}/gu, ''), GONE);
  const plain = withoutPatterns(masked, knows);
  return withoutHouseNumbers(withoutNames(plain, knows))
    .replaceAll(/[^\p{L}\p{M}\s…?!,.'’-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?:…[\s,.-]*)+/gu, `${GONE} `)
    .trim()
    .slice(0, MOST_CHARACTERS);
}

/** Whole words only: half an address is not known as one. */
function beginningOf(text: string): string {
  return text.length <= LOOKED_AT ? text : text.slice(0, LOOKED_AT).replace(/\S*$/u, '');
}

function withoutNames(text: string, knows: (word: string) => boolean): string {
  let nameComes = false;
  let perhapsNameComes = false;
  let wasName = false;
  let lastWord = '';
  return text.replaceAll(word, (said, at: number) => {
    const small = said.toLowerCase();
    const starts = at === 0 || sentenceEnd.test(text.slice(Math.max(0, at - 4), at));
    // "Mijn naam is": now it comes for certain.
    if (small === 'is' && lastWord === 'naam') nameComes = true;
    const before = lastWord;
    lastWord = small;
    if ((nameComes || wasName) && between.has(small)) return said;
    if (articles.has(small) && beforeAnArticle.has(before)) return said;
    if (small === 'is' && beforeIs.has(before)) return said;
    const isKnown = knows(small);
    const isPart = partsOfNames.has(small);
    const isName =
      nameComes ||
      isPart ||
      (!isKnown && (perhapsNameComes || wasName)) ||
      street.test(small) ||
      (isCapitalised(said) && (starts ? !isKnown : !(isKnown && isAbbreviation(said))));
    nameComes = beforeAName.has(small) || isPart;
    perhapsNameComes = beforeAPerhapsName.has(small);
    wasName = isName && !beforeAName.has(small);
    return wasName ? GONE : said;
  });
}

function isCapitalised(said: string): boolean {
  return /^\p{Lu}/u.test(said);
}

/** GGZ, PGB, OTS: written in capitals by everybody. */
function isAbbreviation(said: string): boolean {
  return said.length > 1 && said === said.toUpperCase();
}
