/** Reads a file `.env`. Node's own parser passes over a line that is no setting, and over the line after it, without a word. */
import { parseEnv } from 'node:util';

const SETTING = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*(.*)$/;

export interface EnvFile {
  readonly settings: Readonly<Record<string, string>>;
  /** Each as a sentence with its line. The line itself is not repeated: it could hold a secret. */
  readonly faults: readonly string[];
}

export function readEnvFile(text: string): EnvFile {
  const faults: string[] = [];
  const kept: string[] = [];
  let openQuote = '';
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const value = openQuote === '' ? SETTING.exec(line)?.[1] : undefined;
    const isSetting = openQuote !== '' || value !== undefined;
    if (openQuote !== '' && line.includes(openQuote)) openQuote = '';
    else if (value !== undefined) openQuote = unclosedQuote(value);
    else if (openQuote === '' && !/^\s*(#|$)/.test(line))
      faults.push(`.env, line ${index + 1} is not KEY=VALUE and is passed over${hint(line)}`);
    if (isSetting) kept.push(line);
  }
  const settings: Record<string, string> = {};
  for (const [key, value] of Object.entries(parseEnv(kept.join('\n')))) settings[key] = value ?? '';
  return { settings, faults };
}

function hint(line: string): string {
  const key = /^\s*([A-Za-z_]\w*)\s*:/.exec(line)?.[1];
  return key === undefined ? '' : `; write ${key}=…`;
}

/** The quote that a value over several lines begins with; '' when it ends on its own line. */
function unclosedQuote(value: string): string {
  const quote = /^["'`]/.exec(value)?.[0] ?? '';
  return quote !== '' && !value.slice(1).includes(quote) ? quote : '';
}
