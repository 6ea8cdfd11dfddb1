/** What is clearly a date, a time or a row of years among the digits of a text, so that no part of it counts as a number. */
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19\\d|20[0-4])\\d';
const TIME = '(?:[01]?\\d|2[0-4])\\.[0-5]\\d';
/** Nothing that makes it longer: "2-28-12-26" and "28-12-26-782" are no dates. */
const START = '(?<!\\d|\\d[-./_\\u2010-\\u2015])';
const END = '(?!\\d|[-./_\\u2010-\\u2015]\\d)';

/** The repeats are limited, so that a hostile text is not read again and again. */
const clear: readonly RegExp[] = [
  // 28-12-26, and a sign of another kind behind it.
  new RegExp(`${START}${DAY}([-./])${MONTH}\\1\\d\\d(?!\\d|\\1\\d)`, 'y'),
  // 28-12, 28/12
  new RegExp(`${START}${DAY}[-/]${MONTH}${END}`, 'y'),
  // 9.45 uur, 9.45 - 10.30 uur
  new RegExp(`${START}${TIME}(?:\\s?[-\\u2013,]\\s?${TIME}){0,4}\\s?u(?:ur)?(?!\\p{L})`, 'yu'),
  // 2017, 2018; 2017-2019
  new RegExp(`${START}${YEAR}(?:\\s?[-\\u2013/,]\\s?${YEAR}){1,20}${END}`, 'y'),
  // Z/26/123456/1, as registers of municipalities number a case.
  new RegExp(`(?<=(?<![\\p{L}\\p{N}])Z[-/])\\d\\d[-/]\\d{4,8}(?:[-/]\\d{1,2})?${END}`, 'yiu'),
];

/** Where what begins at `start` ends; `start` itself when it is none of these. */
export const endOfDateOrTime = (text: string, start: number): number => {
  for (const pattern of clear) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found !== null) return start + found[0].length;
  }
  return start;
};

/** "5, 25, 26, 30": numbers of one or two digits with commas only. */
export const isListOfSmallNumbers = (run: string): boolean => /^\d{1,2}(?:\s{0,2},\s{0,2}\d{1,2})+$/.test(run);
