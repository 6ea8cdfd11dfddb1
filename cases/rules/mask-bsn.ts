/**
 * Takes citizen service numbers (BSN) out of a text. Caught: nine digits that pass the elfproef, also with separators,
 * line ends or invisible characters in between, and in full-width digits. What is not caught stands in docs/privacy.md;
 * an old number of eight digits without its leading zero is not, because too many ordinary numbers of eight digits pass
 * the elfproef with a zero in front. A failing number stays; so do dates, amounts and phone numbers. A nine-digit number
 * that is no BSN and passes by chance is masked as well: that costs a reference number, the other mistake costs
 * somebody's privacy.
 */
import { endOfDateOrTime, isListOfSmallNumbers } from './dates-and-times.ts';

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const defaultMarker = '[nummer verwijderd]';
/** Up to three separators, with any number of invisible characters around them. The two sets share no character. */
const runOfDigits =
  /\d+(?:[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]*(?:[ .,/_\t\r\n\u00A0\u2000-\u200A\u2010-\u2015\u2028\u2029\u202F\u2212\u3000\uFF0C-\uFF0F-][\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]*){0,3}\d+)*/g;
/** Without one there is nothing to look for. */
const anyDigit = /[\d\uFF10-\uFF19]/;
const fullWidthDigit = /[\uFF10-\uFF19]/g;
const amountHere = /(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,9}),\d{2}(?!\d|[.,/_-]\d)/y;
const countryCodeBefore = /(?:\+|00)31[\s().0-]{0,6}$/;

const passesElfproef = (digits: string): boolean => {
  if (digits === '000000000') return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (place === 8 ? -1 : 9 - place);
  return sum % 11 === 0;
};

/** How many groups from `from` hold exactly `length` digits together; 0 when no number of groups does. */
const groupsOf = (groups: readonly Group[], from: number, length: number): number => {
  let digits = 0;
  for (let index = from; index < groups.length && digits < length; index += 1) {
    digits += groups[index]?.digits.length ?? 0;
    if (digits === length) return index - from + 1;
  }
  return 0;
};

/** For a foreign number nobody knows its length: as many groups as fit in the longest that people write. */
const groupsUpTo = (groups: readonly Group[], from: number, length: number): number => {
  let digits = 0;
  let index = from;
  for (; index < groups.length; index += 1) {
    digits += groups[index]?.digits.length ?? 0;
    if (digits > length) break;
  }
  return index - from;
};

const internationalPhone = (text: string, groups: readonly Group[], from: number, group: Group): number => {
  const before = text.slice(Math.max(0, group.start - 10), group.start);
  if (before.endsWith('+'))
    return group.digits.startsWith('31') ? groupsOf(groups, from, 11) : groupsUpTo(groups, from, 13);
  if (group.digits.startsWith('0031') && group.digits.length !== 9) return groupsOf(groups, from, 13);
  return before.includes('31') && countryCodeBefore.test(before) ? groupsOf(groups, from, 9) : 0;
};

const date = (groups: readonly Group[], from: number): number => {
  const first = groups[from]?.digits ?? '';
  const second = groups[from + 1]?.digits ?? '';
  const third = groups[from + 2]?.digits ?? '';
  const yearFirst = first.length === 4 && second.length === 2 && third.length === 2;
  const yearLast = first.length < 3 && second.length > 0 && second.length < 3 && third.length === 4;
  if (!yearFirst && !yearLast) return 0;
  const day = Number(yearFirst ? third : first);
  return day >= 1 && day <= 31 && Number(second) >= 1 && Number(second) <= 12 ? 3 : 0;
};

const groupsUntil = (groups: readonly Group[], from: number, end: number): number => {
  let length = 0;
  while ((groups[from + length]?.end ?? Number.POSITIVE_INFINITY) <= end) length += 1;
  return length;
};

const amount = (text: string, groups: readonly Group[], from: number, { start }: Group): number => {
  amountHere.lastIndex = start;
  return groupsUntil(groups, from, start + (amountHere.exec(text)?.[0].length ?? 0));
};

const between = (text: string, groups: readonly Group[], from: number): string =>
  text.slice(groups[from]?.end, groups[from + 1]?.start);

/** A date or time that is certain, with the same sign twice and a year of our time: how many groups it takes. */
const certainDate = (text: string, groups: readonly Group[], from: number): number => {
  const start = groups[from]?.start ?? 0;
  const length = groupsUntil(groups, from, endOfDateOrTime(text, start));
  if (length > 0 || date(groups, from) === 0) return length;
  const isOurTime = [from, from + 2].some((at) => /^(?:19|20)\d\d$/.test(groups[at]?.digits ?? ''));
  return isOurTime && between(text, groups, from) === between(text, groups, from + 1) ? 3 : 0;
};

/** How many groups hold the ten digits of a phone number; 0 when they don't, or a date begins among them. */
const tenDigits = (text: string, groups: readonly Group[], from: number): number => {
  const length = groupsOf(groups, from, 10);
  for (let index = from + 1; index < from + length; index += 1) if (certainDate(text, groups, index) > 0) return 0;
  return length;
};

/** `06 12 …`, or a number that ends in pairs, `020 123 45 67`: what stands before it must not take a part of it. */
const spacedPhone = (text: string, groups: readonly Group[], from: number): boolean => {
  const first = groups[from]?.digits ?? '';
  const length = first.startsWith('0') && first.length > 1 && first.length < 5 ? tenDigits(text, groups, from) : 0;
  if (length === 0 || first === '06') return length > 0;
  return [1, 2].every((back) => groups[from + length - back]?.digits.length === 2);
};

/** How many groups make a BSN from here; 0 when they don't. */
const bsn = (text: string, groups: readonly Group[], from: number): number => {
  const length = groupsOf(groups, from, 9);
  const its = groups.slice(from, from + length);
  if (length === 0 || !passesElfproef(its.map(({ digits }) => digits).join(''))) return 0;
  for (let index = from + 1; index < from + length; index += 1)
    if (spacedPhone(text, groups, index) || certainDate(text, groups, index) > 0) return 0;
  return length;
};

/** Ten digits with a zero in front; but nine in the groups of a BSN with one digit behind them are a BSN and a number. */
const nationalPhone = (text: string, groups: readonly Group[], from: number, first: string): number => {
  const length = first.startsWith('0') ? tenDigits(text, groups, from) : 0;
  return length > 1 && first.length > 2 && bsn(text, groups, from) > 0 ? 0 : length;
};

/** What starts at this group: how many groups it takes, and whether it must go. */
const recognise = (text: string, groups: readonly Group[], from: number, group: Group) => {
  const phone = internationalPhone(text, groups, from, group);
  if (phone > 0) return { length: phone, mask: false };
  if (group.digits.length === 9) return { length: 1, mask: passesElfproef(group.digits) };
  const kept =
    certainDate(text, groups, from) ||
    nationalPhone(text, groups, from, group.digits) ||
    date(groups, from) ||
    amount(text, groups, from, group);
  if (kept > 0) return { length: kept, mask: false };
  const length = bsn(text, groups, from);
  return length > 0 ? { length, mask: true } : { length: 1, mask: false };
};

/** The same text with every BSN replaced by the marker. Takes time in proportion to the length of the text. */
export const maskBsn = (text: string, marker: string = defaultMarker): string => {
  if (!anyDigit.test(text)) return text;
  let masked = '';
  let copied = 0;
  // As long as the text itself, so that a place in the one is a place in the other.
  const plain = text.replace(fullWidthDigit, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const run of plain.matchAll(runOfDigits)) {
    if (isListOfSmallNumbers(run[0])) continue;
    const groups = [...run[0].matchAll(/\d+/g)].map((found) => {
      const start = run.index + found.index;
      return { digits: found[0], start, end: start + found[0].length };
    });
    for (let index = 0; index < groups.length; ) {
      const group = groups[index];
      if (group === undefined) break;
      const { length, mask } = recognise(plain, groups, index, group);
      const end = groups[index + length - 1]?.end ?? group.end;
      if (mask) {
        masked += text.slice(copied, group.start) + marker;
        copied = end;
      }
      index += length;
    }
  }
  return masked + text.slice(copied);
};
