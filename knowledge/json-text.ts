/**
 * Reads JSON and says, for a person, where it goes wrong. JSON.parse does not always know, and lets a repeated key pass; our
 * own reading, which takes four times as long, is for a text that is broken or writes more keys than are found in it.
 */
export type JsonResult =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly repeated: readonly Spot[];
      /** Line and column of the value at this path, else of the nearest one around it. */
      spotOf(path: readonly PropertyKey[]): Pick<Spot, 'line' | 'column'>;
    }
  | { readonly kind: 'broken'; readonly spot: Spot };

export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

class Broken extends Error {
  readonly at: number;
  constructor(at: number, problem: string) {
    super(problem);
    this.at = at;
  }
}

const space = /[ \t\r\n]*/y;
const stringText = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** Far above what any file of ours needs, and far below what our own reading has room for on the stack. */
const DEEPEST = 1000;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

export function readJson(text: string): JsonResult {
  const repeated: Spot[] = [];
  const read = () => {
    new Reader(text, (at, key) => repeated.push(spot(text, at, `de sleutel "${key}" staat er twee keer`))).document();
  };
  try {
    const parsed = parse(text);
    if (parsed === undefined || keysWritten(text) !== keysIn(parsed.value)) read();
    if (parsed === undefined) return { kind: 'broken', spot: noJson };
    return { kind: 'value', value: parsed.value, repeated, spotOf: (path) => spotIn(text, path) };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', spot: spot(text, error.at, error.message) };
    return { kind: 'broken', spot: noJson };
  }
}

const noJson: Spot = { line: 1, column: 1, problem: 'dit is geen JSON' };

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** How many keys a valid JSON text writes; a key that is repeated counts each time. */
function keysWritten(json: string): number {
  let keys = 0;
  for (let start = json.indexOf('"'); start !== -1; ) {
    let end = json.indexOf('"', start + 1);
    while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
    let after = end + 1;
    while (json.charCodeAt(after) <= 0x20) after++;
    if (json[after] === ':') keys++;
    start = json.indexOf('"', after);
  }
  return keys;
}

function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

function keysIn(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) throw new Broken(0, noJson.problem);
  const parts: readonly unknown[] = Object.values(value);
  let keys = Array.isArray(value) ? 0 : parts.length;
  for (const part of parts) keys += keysIn(part, depth + 1);
  return keys;
}

function spot(text: string, at: number, problem: string): Spot {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problem };
}

/** Reads the text once more, which is only worth it when something is wrong. */
function spotIn(text: string, path: readonly PropertyKey[]): Pick<Spot, 'line' | 'column'> {
  const places = new Map<string, number>();
  new Reader(
    text,
    () => undefined,
    (at, keys) => places.set(JSON.stringify(keys), at),
  ).document();
  const keys = path.map(String);
  let at: number | undefined;
  for (let length = keys.length; at === undefined && length >= 0; length -= 1)
    at = places.get(JSON.stringify(keys.slice(0, length)));
  const { line, column } = spot(text, at ?? 0, '');
  return { line, column };
}

class Reader {
  private readonly text: string;
  private readonly onRepeated: (at: number, key: string) => void;
  private readonly onValue: (at: number, path: readonly string[]) => void;
  private at = 0;
  private readonly path: string[] = [];

  constructor(
    text: string,
    onRepeated: (at: number, key: string) => void,
    onValue: (at: number, path: readonly string[]) => void = () => undefined,
  ) {
    this.text = text;
    this.onRepeated = onRepeated;
    this.onValue = onValue;
  }

  document(): void {
    this.value();
    this.skip();
    if (this.at < this.text.length) throw new Broken(this.at, 'na het einde staat nog tekst');
  }

  private value(): void {
    this.skip();
    this.onValue(this.at, this.path);
    const next = this.text[this.at];
    if (next === '{') this.list('}', () => this.member(new Set()));
    else if (next === '[')
      this.list(']', () => {
        let index = 0;
        return () => {
          this.within(`${index}`);
          index += 1;
        };
      });
    else if (next === '"') this.string();
    else if (this.take(literal) === null) throw new Broken(this.at, this.atEnd('hier hoort een waarde te staan'));
  }

  private list(close: string, makeItem: () => () => void): void {
    const item = makeItem();
    this.at++;
    this.skip();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      this.skip();
      const next = this.text[this.at];
      if (next !== ',' && next !== close)
        throw new Broken(this.at, this.atEnd(`hier hoort een komma of "${close}" te staan`));
      this.at++;
      if (next === close) return;
      this.skip();
      if (this.text[this.at] === close) throw new Broken(this.at, 'voor dit teken staat een komma te veel');
    }
  }

  private member(seen: Set<string>): () => void {
    return () => {
      this.skip();
      const start = this.at;
      if (this.text[start] !== '"')
        throw new Broken(start, this.atEnd('hier hoort een sleutel tussen aanhalingstekens te staan'));
      const key = this.string();
      if (seen.has(key)) this.onRepeated(start, key);
      seen.add(key);
      this.skip();
      if (this.text[this.at] !== ':')
        throw new Broken(this.at, this.atEnd('na de sleutel hoort een dubbele punt te staan'));
      this.at++;
      this.within(key);
    };
  }

  private within(key: string): void {
    this.path.push(key);
    this.value();
    this.path.pop();
  }

  private string(): string {
    const found = this.take(stringText);
    if (found === null)
      throw new Broken(this.at, 'deze tekst heeft geen eindteken of een verboden teken (een enter of een losse \\)');
    return found.slice(1, -1);
  }

  private skip(): void {
    this.take(space);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  private atEnd(problem: string): string {
    return this.at >= this.text.length ? 'het bestand houdt te vroeg op' : problem;
  }
}
