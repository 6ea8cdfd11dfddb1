import { plainWords } from './plain-words.ts';

/** Words after "ja" or "nee" that do not change the answer: "nee hoor", "nee gelukkig niet". */
const MOST_EXTRA_WORDS = 2;

/** Which of the titles is meant: by its number, its words, a start that fits one only, or a first word that is the title. */
export function chosen(text: string, titles: readonly string[]): number | undefined {
  return chosenPlainly(plainWords(text), titles.map(plainWords));
}

/** The same for words and titles that are plain already. */
export function chosenPlainly(said: string, plain: readonly string[]): number | undefined {
  if (said === '' || plain.length === 0) return undefined;
  const exact = plain.indexOf(said);
  if (exact >= 0) return exact;
  if (/^\d{1,2}$/.test(said)) {
    const number = Number(said);
    if (number >= 1 && number <= plain.length) return number - 1;
  }
  return (
    onlyOne(plain, (title) => (said.length >= 2 || /\d/.test(said)) && title.startsWith(said)) ??
    firstWordOf(said, plain)
  );
}

function firstWordOf(said: string, titles: readonly string[]): number | undefined {
  const [first = '', ...rest] = said.split(' ');
  if (rest.length > MOST_EXTRA_WORDS) return undefined;
  const contradicts = rest.some((word) => word !== first && titles.some((title) => title.split(' ')[0] === word));
  return contradicts ? undefined : onlyOne(titles, (title) => title === first);
}

function onlyOne(titles: readonly string[], fits: (title: string) => boolean): number | undefined {
  const found = titles.flatMap((title, at) => (fits(title) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}
