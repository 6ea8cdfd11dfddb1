/** Longest own words that a card shows; the register keeps the whole text. */
export const SHOWN_LENGTH = 4000;

/** Bidi controls can make a sentence read differently from what was typed, so they are named instead of obeyed. */
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const invisible = /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu;
// biome-ignore format: one class, easier to compare in one line
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/g;

/** Letters of Latin script, digits and ordinary punctuation: nothing below would change them, and most names are this. */
const harmless = /^[\x20-\x23\x25-\x7a\x7c-\x7e\u00A1-\u00AC\u00AE-\u024F]*$/;

/**
 * Data from people as it may stand in a `TextRun`: capped, without characters that hide or reorder text, and without `{{`,
 * which clients would evaluate. Only for showing: the kept words and their hash stay as they were typed.
 */
export function shownText(text: string, maximum: number = SHOWN_LENGTH): string {
  if (text.length <= maximum && harmless.test(text)) return text;
  return cut(text, maximum)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(bidi, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(invisible, '')
    .replace(control, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\$(?=\{)/g, '$ ')
    .slice(0, maximum * 2);
}

/** Whether `shownText` leaves out a part. */
export function isCut(text: string, maximum: number = SHOWN_LENGTH): boolean {
  return cut(text, maximum).length < text.length;
}

/** The whole text in parts that `shownText` leaves nothing out of; at least one. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const part = cut(rest, SHOWN_LENGTH);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts.length === 0 ? [''] : parts;
}

const LONGEST_NAME = 120;

/** On one line: for names, labels and dates. */
export function shownName(text: string): string {
  const isOneLine = text.length <= LONGEST_NAME && harmless.test(text) && !text.includes('  ') && text.trim() === text;
  if (isOneLine) return text;
  return shownText(text, LONGEST_NAME).replace(/\s+/g, ' ').trim();
}

/**
 * At most `maximum` characters, and at most two bytes of UTF-8 for each: longer scripts are cut sooner, because a Teams card
 * is measured in bytes. Never cuts a character in two.
 */
function cut(text: string, maximum: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (end + character.length > maximum || bytes > 2 * maximum) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
