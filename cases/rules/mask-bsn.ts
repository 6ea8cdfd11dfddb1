/**
 * Takes citizen service numbers (BSN) out of a text. Caught: nine digits that pass the elfproef, also with dots, spaces or
 * dashes in between. Not caught: a number split over two messages, one written in words, and an old number of eight digits
 * without its leading zero, because too many ordinary numbers of eight digits pass the elfproef with a zero in front.
 * A failing number stays; so do dates and phone numbers. A nine-digit number that is no BSN and passes by chance is masked
 * as well: that costs a reference number, the other mistake costs somebody's privacy.
 */
interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const defaultMarker = '[nummer verwijderd]';
const runOfDigits = /\d+(?:[ .\t\u00A0\u2010-\u2015-]{1,3}\d+)*/g;
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
  if (group.digits.startsWith('0031')) return groupsOf(groups, from, 13);
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

/** What starts at this group: how many groups it takes, and whether it must go. */
const recognise = (text: string, groups: readonly Group[], from: number, group: Group) => {
  const phone = internationalPhone(text, groups, from, group);
  if (phone > 0) return { length: phone, mask: false };
  if (group.digits.length === 9) return { length: 1, mask: passesElfproef(group.digits) };
  const kept = (group.digits.startsWith('0') ? groupsOf(groups, from, 10) : 0) || date(groups, from);
  if (kept > 0) return { length: kept, mask: false };
  const length = groupsOf(groups, from, 9);
  let digits = '';
  for (let index = from; index < from + length; index += 1) digits += groups[index]?.digits ?? '';
  return length > 0 && passesElfproef(digits) ? { length, mask: true } : { length: 1, mask: false };
};

/** The same text with every BSN replaced by the marker. Takes time in proportion to the length of the text. */
export const maskBsn = (text: string, marker: string = defaultMarker): string => {
  let masked = '';
  let copied = 0;
  for (const run of text.matchAll(runOfDigits)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((found) => {
      const start = run.index + found.index;
      return { digits: found[0], start, end: start + found[0].length };
    });
    for (let index = 0; index < groups.length; ) {
      const group = groups[index];
      if (group === undefined) break;
      const { length, mask } = recognise(text, groups, index, group);
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
