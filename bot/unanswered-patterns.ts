/** What can tell who somebody is by its form alone, also when it is spelled out or written so that no program knows it. */

/** Stands for what was taken out. */
export const GONE = '…';

const ENDS = 'nl|com|net|org|be|eu|de|info|nu';
const at = String.raw`(?:@|[([]\s*(?:at|@|apenstaart(?:je)?)\s*[)\]]|\bat\b|\bapenstaart(?:je)?\b)`;
const dot = String.raw`(?:\.|\s*[([]\s*(?:punt|dot|\.)\s*[)\]]\s*|\s+(?:punt|dot)\s+)`;
const part = String.raw`[\p{L}\d_+-]+`;
/** A long run of letters is looked at once, not from each of its letters. */
const begin = String.raw`(?<![\p{L}\d_+-])`;
/** Also "kevin at gmail punt com" and "kevin (at) gmail.com". */
const spelledAddress = new RegExp(`${begin}${part}(?:${dot}${part})*\\s*${at}\\s*${part}(?:${dot}${part})+`, 'giu');
const address = /\S+@\S+|\b(?:https?:\/\/|www\.)\S+/giu;
/** Also "gmail punt com" and "voorbeeld.nl". */
const domain = new RegExp(`${begin}${part}${dot}(?:${ENDS})\\b`, 'giu');
const postcode = /\b\d{4}\s?[a-z]{2}\b/giu;
const dayOfMonth =
  /\b\d{1,2}(?:e|ste|de)?\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?:\s+\d{2,4})?/giu;
const numbers = /[+(]?\d[\d\s().,/:+-]*/gu;
/** Letters and digits in one: a code, a number plate, a house number with its letter. */
const mixed = /(?<![\p{L}\d])(?:\p{L}+\d[\p{L}\d]*|\d+\p{L}+\d[\p{L}\d]*)/gu;
const digitWord = String.raw`(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\p{L}*tien|\p{L}*tig|\p{L}*honderd)`;
const word = String.raw`(?<![\p{L}\p{M}])${digitWord}(?![\p{L}\p{M}])`;
/** "nul zes twaalf drie": three or more in a row are a number, two may be words. */
const spelledNumber = new RegExp(`${word}(?:[\\s,.-]+${word}){2,}`, 'giu');
/** "Dorpsweg twaalf", after the street is gone. */
const houseNumber = new RegExp(`${GONE}[\\s,]+(?!een\\b)${word}`, 'giu');
/** Four and four, as a follow code is shown. */
const code = /(?<![\p{L}\d])([\p{L}\d]{4})\s?[-\u2010-\u2015\u2212]\s?([\p{L}\d]{4})(?![\p{L}\d-])/gu;
/** "kevin van 8", "kevin (8)", "kevin 8 jaar". */
const withAge = /(?<![\p{L}\p{M}'’-])[\p{L}\p{M}'’-]+(?=(?:\s|\())(?=(?:\s+van)?\s+\(?\d{1,2}(?!\d))/gu;

/** Digits come last: what is only known by its digits must still have them. */
export function withoutPatterns(text: string, knows: (word: string) => boolean): string {
  return text
    .replaceAll(code, (said, one: string, other: string) =>
      knows(one.toLowerCase()) && knows(other.toLowerCase()) ? said : GONE,
    )
    .replaceAll(withAge, (said) => (knows(said.toLowerCase()) ? said : GONE))
    .replaceAll(spelledAddress, GONE)
    .replaceAll(address, GONE)
    .replaceAll(domain, GONE)
    .replaceAll(dayOfMonth, GONE)
    .replaceAll(postcode, GONE)
    .replaceAll(mixed, GONE)
    .replaceAll(numbers, `${GONE} `)
    .replaceAll(spelledNumber, GONE);
}

export const withoutHouseNumbers = (text: string): string => text.replaceAll(houseNumber, GONE);
