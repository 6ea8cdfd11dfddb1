/** A table as text, with the line and column of every cell. Separated by `;` or `,`, whichever the first line has more of. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export type CsvOutcome =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'broken'; readonly line: number; readonly column: number; readonly problem: string };

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Rows without any text are left out. A quoted cell may hold separators, line ends and doubled quotes. */
export function readCsv(text: string): CsvOutcome {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const separator = count(head, ';') >= count(head, ',') ? ';' : ',';
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const place = () => ({ line, column: at - lineStart + 1 });
  const newLine = () => {
    line += 1;
    lineStart = at + 1;
  };
  for (;;) {
    const start = place();
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length)
          return { kind: 'broken', ...start, problem: 'deze cel heeft geen tweede aanhalingsteken' };
        if (text[at] === '"') at += 1;
        cell += text[at] ?? '';
        if (text[at] === '\n') newLine();
      }
      at += 1;
      if (at < text.length && ![separator, '\r', '\n'].includes(text[at] ?? ''))
        return { kind: 'broken', ...place(), problem: 'na het tweede aanhalingsteken staat nog tekst' };
    } else {
      while (at < text.length && text[at] !== separator && text[at] !== '\n') {
        cell += text[at] ?? '';
        at += 1;
      }
      cell = cell.replace(/\r$/, '');
    }
    row.push({ text: cell.trim(), ...start });
    if (text[at] === '\r') at += 1;
    const end = text[at];
    if (end !== separator) {
      if (row.some((one) => one.text !== '')) rows.push(row);
      row = [];
      if (end === undefined) return { kind: 'rows', rows };
      newLine();
    }
    at += 1;
  }
}
