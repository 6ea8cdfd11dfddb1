/** Values that everybody can read in `.env.example` and in manuals, or guess: with them a server is open to all. */

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Zeros up to the last block, as in the examples of deploy/; Entra never gives these out. */
const EXAMPLE_GUID = /^0{8}-0{4}-0{4}-0{4}-|^f{8}-(f{4}-){3}f{12}$/i;
const EXAMPLE_SECRET =
  /^(client[-_ ]?)?(secret|password|wachtwoord|geheim|changeme|change[-_]me|example|test|x+|\*+)$/i;
/** 32 bytes by chance hold about 30 different ones; fewer than 16 happens less than once in 10^12 keys. */
const FEWEST_DIFFERENT_BYTES = 16;

export const isGuid = (value: string): boolean => GUID.test(value);

export const isExampleGuid = (value: string): boolean => EXAMPLE_GUID.test(value);

export const isExampleSecret = (value: string): boolean => EXAMPLE_SECRET.test(value);

/** `value` in base64. Also true for a row that counts up or down, such as 0, 1, 2 … */
export function isGuessableKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  const steps = new Set(bytes.subarray(1).map((byte, place) => byte - (bytes[place] ?? 0)));
  return new Set(bytes).size < FEWEST_DIFFERENT_BYTES || steps.size === 1;
}
