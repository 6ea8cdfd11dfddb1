/** What a schema found, in Dutch, for an editor. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

export interface SpokenIssue {
  readonly place: string;
  readonly problem: string;
}

export function inDutch(issue: Issue): readonly SpokenIssue[] {
  const place = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      place: placeOf([...issue.path, key]),
      problem: `de sleutel "${key}" bestaat hier niet`,
    }));
  }
  return [{ place, problem: problemOf(issue) }];
}

/** `vervolg[1].plek`; the whole file is `bestand`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) =>
      typeof part === 'number'
        ? `[${part}]`
        : /^[\w-]+$/.test(String(part))
          ? `.${String(part)}`
          : `["${String(part)}"]`,
    )
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'bestand' : text;
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `hier hoort ${typeNames[issue.expected] ?? issue.expected} te staan${isMissing(issue) ? ', maar er staat niets' : ''}`;
    case 'invalid_value':
      return `kies uit: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'deze waarde past bij geen van de toegestane vormen; kijk naar "soort"';
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return `${unitOf(issue.origin)} hoogstens ${Number(issue.maximum)}`;
    case 'invalid_format':
      return formats[issue.format] ?? `dit heeft niet de juiste vorm (${issue.format})`;
    case 'invalid_key':
    case 'invalid_element':
      return `de sleutel heeft niet de juiste vorm`;
    default:
      return 'deze waarde mag hier niet staan';
  }
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  const isBlank = issue.origin === 'string' && Number(issue.minimum) === 1;
  return isBlank ? 'deze tekst is leeg' : `${unitOf(issue.origin)} minstens ${Number(issue.minimum)}`;
}

function unitOf(origin: string): string {
  if (origin === 'array') return 'aantal:';
  return origin === 'string' ? 'aantal tekens:' : 'waarde:';
}

function isMissing(issue: Issue): boolean {
  return 'input' in issue ? issue.input === undefined : issue.message.includes('received undefined');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een object ({ … })',
  record: 'een object ({ … })',
};

const formats: Readonly<Record<string, string>> = {
  regex: 'alleen kleine letters, cijfers en streepjes (geen spaties of hoofdletters, behalve waar dat is afgesproken)',
  date: 'hier hoort een datum te staan, zoals 2026-11-22',
};
