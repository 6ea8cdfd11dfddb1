/**
 * A question without what could tell who asked it. What is taken out becomes `…`. It is a net, not a proof: a rare first
 * name in small letters that stands by itself gets through (docs/privacy.md), so lines are few, undated in hours and short.
 */
import { maskBsn } from '../cases/index.ts';

/** Characters of a question that are kept at most. */
export const MOST_CHARACTERS = 200;

const GONE = '…';
const addresses = /\S+@\S+|\b(?:https?:\/\/|www\.)\S+/giu;
const postcode = /\b\d{4}\s?[a-z]{2}\b/giu;
const dayOfMonth =
  /\b\d{1,2}(?:e|ste|de)?\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?:\s+\d{2,4})?/giu;
const numbers = /[+(]?\d[\d\s().,/:+-]*/gu;
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
  'zoon zoontje dochter dochtertje kind man vrouw ex partner vriend vriendin broer broertje zus zusje vader moeder oma opa tante oom stiefvader stiefmoeder pleegkind begeleider begeleidster consulent hulpverlener ben en met uit van in bij naar te naam'.split(
    ' ',
  ),
);
const between = new Set('is van de der den het ter ten te mijn'.split(' '));
const street = /(?:straat|laan|weg|plein|gracht|kade|hof|singel|dijk)$/u;

/** `knows`: whether a word in small letters is an ordinary one. */
export function withoutPersonalData(text: string, knows: (word: string) => boolean): string {
  const shouts = text === text.toUpperCase();
  const plain = maskBsn((shouts ? text.toLowerCase() : text).normalize('NFC').replaceAll(/\p{Cf}/gu, ''), GONE)
    .replaceAll(addresses, GONE)
    .replaceAll(postcode, GONE)
    .replaceAll(dayOfMonth, GONE)
    .replaceAll(numbers, `${GONE} `);
  return withoutNames(plain, knows)
    .replaceAll(/[^\p{L}\p{M}\s…?!,.'’-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?:…[\s,.-]*)+/gu, `${GONE} `)
    .trim()
    .slice(0, MOST_CHARACTERS);
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
    lastWord = small;
    if ((nameComes || wasName) && between.has(small)) return said;
    const isKnown = knows(small);
    const isName =
      nameComes ||
      (!isKnown && (perhapsNameComes || wasName)) ||
      street.test(small) ||
      (isCapitalised(said) && (starts ? !isKnown : !(isKnown && isAbbreviation(said))));
    nameComes = beforeAName.has(small);
    perhapsNameComes = beforeAPerhapsName.has(small);
    wasName = isName && !nameComes;
    return isName && !beforeAName.has(small) ? GONE : said;
  });
}

function isCapitalised(said: string): boolean {
  return /^\p{Lu}/u.test(said);
}

/** GGZ, PGB, OTS: written in capitals by everybody. */
function isAbbreviation(said: string): boolean {
  return said.length > 1 && said === said.toUpperCase();
}
