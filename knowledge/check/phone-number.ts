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
  /^0[1-8]\d{8}$/,
  /^(?:\+|00)31[1-8]\d{8}$/,
];

export function isPhoneNumber(text: string): boolean {
  if (!digitsOnly.test(text)) return false;
  const number = text.replaceAll(/[^\d+]/g, '');
  return shapes.some((shape) => shape.test(number));
}

/** Where somebody is told to call: "Bel 0800-2000", "telefoon 14 0123". */
const afterCalling =
  /\b(?:bel|belt|bellen|telefoon(?:nummer)?|nummer)\b[^\d\n.!?]{0,12}((?:\+|0|1[14])[\d\s-]{1,16}\d)/giu;

/** Numbers in running text that somebody is told to call. A year, an age or a time is not looked at. */
export function numbersToCall(text: string): readonly string[] {
  return [...text.matchAll(afterCalling)].map((found) => (found[1] ?? '').trim());
}
