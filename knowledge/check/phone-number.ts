/** Whether what stands where a phone number belongs can be one. Whether it is the right one, only a person can tell. */
const digitsOnly = /^[\d\s().+-]+$/;

const shapes: readonly RegExp[] = [
  // Short numbers: 112, 113, 144, and the European 116 000 and 116 111.
  /^1(?!40)\d{2}$/,
  /^116\d{3}$/,
  // Municipalities: 14 with the area code behind it.
  /^140\d{2,3}$/,
  // Free and paid service numbers.
  /^0(?:800|900|906|909)(?:\d{4}|\d{7})$/,
  // Area codes, mobile numbers, 085 and 088: ten digits.
  /^0(?!800)[1-8]\d{8}$/,
  /^(?:\+|00)31[1-8]\d{8}$/,
];

export function isPhoneNumber(text: string): boolean {
  if (!digitsOnly.test(text)) return false;
  const number = text.replaceAll(/[^\d+]/g, '');
  return shapes.some((shape) => shape.test(number));
}

/** What a municipality fills in for an organisation: no number of three digits that everybody knows, and no European one. */
export function isNumberToFillIn(text: string): boolean {
  return isPhoneNumber(text) && !/^1(?!40)/.test(sameNumber(text));
}

/** The same number, however it is written: `+31 20 123 45 67` and `020-1234567`. */
export function sameNumber(text: string): string {
  return text.replaceAll(/[^\d+]/g, '').replace(/^(?:\+|00)31/, '0');
}

/**
 * The numbers that everybody in the country knows, and 14 with an area code: nobody can have moved them. 06-12345678 is
 * what everybody writes to show how a number is typed.
 */
export function isFixedNumber(text: string): boolean {
  return /^(?:112|113|144|116\d{3}|140\d{2,3}|0612345678)$/.test(sameNumber(text));
}

export interface HelplineOwner {
  /** In the words of an editor. */
  readonly whose: string;
  /** What stands in the name of a place that may have this number. */
  readonly named: RegExp;
}

const zelfmoordpreventie = { whose: '113 Zelfmoordpreventie', named: /113|zelfmoordpreventie/i } as const;
const helplines: Readonly<Record<string, HelplineOwner>> = {
  '112': { whose: 'het alarmnummer', named: /112|alarm|noodnummer/i },
  '113': zelfmoordpreventie,
  '08000113': zelfmoordpreventie,
  '08002000': { whose: 'Veilig Thuis', named: /veilig thuis/i },
};

/** Who answers, when it is a number for danger: nobody else may stand beside it. */
export function ownerOfHelpline(text: string): HelplineOwner | undefined {
  const number = sameNumber(text);
  return Object.hasOwn(helplines, number) ? helplines[number] : undefined;
}

/** Digits with what stands between the digits of one number. */
const more = String.raw`(?:[ \u00a0]?[-\u2010-\u2015().]?[ \u00a0]?\d)`;
/** Anywhere: a nought, an abroad sign, or 14 with an area code, and more digits. */
const anywhere = new RegExp(String.raw`(?<![\p{L}\p{N}/._-])(?:\+\d|\(?0\d|14[ -]?0\d)${more}*`, 'gu');
/** Where somebody is told to call: "Bel Veilig Thuis: 0800-2000", "telefoon 14 0123". */
const afterCalling = new RegExp(
  String.raw`\b(?:bel|belt|bellen|telefoon(?:nummer)?|nummer)\b[^\d\n.!?]{0,60}((?:\+|0|1[14])${more}{1,16}|\d{2,4}-\d{4,8})`,
  'giu',
);
const date = /^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$|^\d{4}-\d{2}-\d{2}$/;
const time = /^\d{1,2}[.:]\d{2}(?!\d)/;
/** With fewer digits a run is an age or an amount, unless somebody is told to call it. */
const fewestDigits = 5;

/** Numbers in running text that look like a phone number, as they stand there. A date, a year or a time is not looked at. */
export function numbersToCall(text: string): readonly string[] {
  const loose = [...text.matchAll(anywhere)]
    .map((found) => ({ at: found.index, number: found[0] }))
    .filter(({ number }) => number.replaceAll(/\D/g, '').length >= fewestDigits);
  const called = [...text.matchAll(afterCalling)].map((found) => {
    const number = found[1] ?? '';
    return { at: found.index + found[0].length - number.length, number };
  });
  const more = called.filter(({ at }) => !loose.some((one) => one.at <= at && at < one.at + one.number.length));
  return [...loose, ...more]
    .sort((left, right) => left.at - right.at)
    .map(({ number }) => (number.includes(')') ? number : number.replace('(', '')))
    .filter((number) => !date.test(number) && !time.test(number))
    .map(withoutWhatFollows);
}

/** "0800-2000 24 uur per dag": the number ends where it is whole. */
function withoutWhatFollows(run: string): string {
  const parts = run.split(/[ \u00a0]/);
  const starts = parts.map((_, at) => parts.slice(0, parts.length - at).join(' '));
  return starts.find(isPhoneNumber) ?? run;
}
