/** Follow codes in Crockford base32: 40 random bits as eight characters, forgiving about how people copy them. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const longestInput = 64;

/** The character for the lowest five bits of a number. */
export const crockford = (bits: number): string => alphabet.charAt(bits & 31);

/** `XXXX-XXXX`, as it is shown to people; expects a normalised code. */
export const formatFollowCode = (normalised: string): string => `${normalised.slice(0, 4)}-${normalised.slice(4)}`;

/** A code from five random bytes. */
export const makeFollowCode = (bytes: Uint8Array): string => {
  if (bytes.length !== 5) throw new RangeError('Failed to make a follow code: it takes 5 random bytes. Pass 5.');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const characters = Array.from({ length: 8 }, (_, place) => crockford(Number((bits >> BigInt(35 - 5 * place)) & 31n)));
  return formatFollowCode(characters.join(''));
};

/** Eight characters without a dash, which is the form that is hashed; `undefined` when this can't be a code. */
export const normaliseFollowCode = (typed: string): string | undefined => {
  if (typed.length > longestInput) return undefined;
  const code = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
};
