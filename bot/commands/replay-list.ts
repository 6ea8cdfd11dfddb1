/** Reads a list of dated events, as JSON or as CSV. Every fault is told with its line and column, in Dutch. */
import { type Day, isDay, lastDay, type SignalCode, signalCodes } from '../../cases/index.ts';
import { readJson } from '../../knowledge/index.ts';
import { readCsv } from './replay-csv.ts';

export interface ReplayEvent {
  readonly id: string;
  readonly seq: number;
  readonly date: Day | null;
  readonly dateFrom: Day | null;
  readonly dateTo: Day | null;
  readonly actor: string;
  readonly directedTo: string;
  readonly event: string;
  readonly signals: readonly SignalCode[];
  /** The parties of a referral, where the list names them apart. */
  readonly to: readonly string[];
}

export interface ListFault {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  /** What the codes are must be told as well. */
  readonly unknownCode?: true;
}

export type ListOutcome =
  /** `passedOver`: columns that nothing is done with, each at its first place. */
  | { readonly kind: 'list'; readonly events: readonly ReplayEvent[]; readonly passedOver: readonly ListFault[] }
  | { readonly kind: 'faulty'; readonly faults: readonly ListFault[] };

type Place = Pick<ListFault, 'line' | 'column'>;

/** One event, whatever it was written in. `undefined`: the field is not there. */
interface Row {
  readonly fields: readonly string[];
  value(field: string): unknown;
  place(field: string, index?: number): Place;
}

/** `note` and `precision` are for whoever keeps the list. */
const knownFields: readonly string[] = [
  ...['id', 'seq', 'date', 'date_from', 'date_to', 'actor', 'directed_to', 'event', 'signals', 'to'],
  ...['note', 'precision'],
];

const isCode = (code: unknown): code is SignalCode => signalCodes.some((known) => known === code);

/** Collects what is wrong with one row, so that every fault is told at once. */
function eventOf(row: Row, number: number, faults: ListFault[]): ReplayEvent {
  const fault = (field: string, problem: string, index?: number) => {
    faults.push({ ...row.place(field, index), problem });
  };
  const plain = (field: string): string => {
    const value = row.value(field) ?? '';
    if (typeof value === 'string' || typeof value === 'number') return `${value}`;
    fault(field, `"${field}" moet tekst zijn`);
    return '';
  };
  const day = (field: string): Day | null => {
    const value = row.value(field) ?? null;
    if (value === null) return null;
    if (typeof value === 'string' && isDay(value)) {
      if (value > lastDay) fault(field, `"${field}" ligt te ver weg; na ${lastDay} telt er niets meer`);
      return value;
    }
    fault(field, `"${field}" is geen bestaande dag; schrijf een dag als 2017-10-15, of laat hem leeg`);
    return null;
  };
  const codes = (field: string): readonly SignalCode[] => {
    const value = row.value(field);
    if (!Array.isArray(value)) {
      fault(field, `"${field}" moet een lijst met signaalcodes zijn; een lege lijst mag`);
      return [];
    }
    const given: readonly unknown[] = value;
    given.forEach((code, index) => {
      if (isCode(code)) return;
      const problem = `"${String(code)}" is geen bekende signaalcode`;
      faults.push({ ...row.place(field, index), problem, unknownCode: true });
    });
    return given.filter(isCode);
  };
  const names = (field: string): readonly string[] => {
    const value = row.value(field) ?? [];
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    return given.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
  };
  if (row.value('date') === undefined) fault('date', '"date" ontbreekt; is de dag niet bekend, laat hem dan leeg');
  const seq = row.value('seq') ?? number;
  if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 0)
    fault('seq', '"seq" moet een heel getal vanaf 0 zijn');
  const event: ReplayEvent = {
    id: plain('id') || `${number}`,
    seq: typeof seq === 'number' ? seq : number,
    date: day('date'),
    dateFrom: day('date_from'),
    dateTo: day('date_to'),
    actor: plain('actor'),
    directedTo: plain('directed_to'),
    event: plain('event'),
    signals: codes('signals'),
    to: names('to'),
  };
  const { dateFrom, dateTo } = event;
  if (dateFrom !== null && dateTo !== null && dateTo < dateFrom) fault('date_to', '"date_to" ligt voor "date_from"');
  return event;
}

function listOf(rows: readonly Row[]): ListOutcome {
  const faults: ListFault[] = [];
  const events = rows.map((row, index) => eventOf(row, index + 1, faults));
  const seen = new Set<string>();
  events.forEach(({ id }, index) => {
    const row = rows[index];
    if (seen.has(id) && row !== undefined)
      faults.push({ ...row.place('id'), problem: `"id" ${id} staat er twee keer` });
    seen.add(id);
  });
  if (rows.length === 0) faults.push({ line: 1, column: 1, problem: 'de lijst is leeg' });
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'list', events, passedOver: passedOver(rows) };
}

function passedOver(rows: readonly Row[]): readonly ListFault[] {
  const found = new Map<string, ListFault>();
  for (const row of rows)
    for (const field of row.fields)
      if (!knownFields.includes(field) && !found.has(field))
        found.set(field, { ...row.place(field), problem: `de kolom "${field}" ken ik niet en sla ik over` });
  return [...found.values()];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromJson(text: string): ListOutcome {
  const read = readJson(text);
  if (read.kind === 'broken') return { kind: 'faulty', faults: [read.spot] };
  if (read.repeated.length > 0) return { kind: 'faulty', faults: read.repeated };
  if (!Array.isArray(read.value))
    return {
      kind: 'faulty',
      faults: [{ line: 1, column: 1, problem: 'dit moet een lijst van gebeurtenissen zijn: [ … ]' }],
    };
  const items: readonly unknown[] = read.value;
  const odd = items.flatMap((item, index) =>
    isRecord(item) ? [] : [{ ...read.spotOf([index]), problem: 'dit moet een gebeurtenis zijn: { … }' }],
  );
  if (odd.length > 0) return { kind: 'faulty', faults: odd };
  return listOf(
    items.filter(isRecord).map((item, row) => ({
      fields: Object.keys(item),
      value: (field) => (Object.hasOwn(item, field) ? item[field] : undefined),
      place: (field, index) => read.spotOf(index === undefined ? [row, field] : [row, field, index]),
    })),
  );
}

/** What the first line of a table may call the fields. */
const columns: Readonly<Record<string, string>> = {
  datum: 'date',
  datum_van: 'date_from',
  datum_tot: 'date_to',
  wie: 'actor',
  aan: 'directed_to',
  gebeurtenis: 'event',
  signalen: 'signals',
  naar: 'to',
  opmerking: 'note',
  precisie: 'precision',
};

/** `15-10-2017`, as a Dutch spreadsheet saves it. */
const dutchDate = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;

function cellValue(field: string, text: string): unknown {
  if (field === 'signals') return text.split(/[\s,|;+]+/).filter((code) => code !== '');
  if (text === '') return null;
  if (field === 'to') return text.split(/[|+]/);
  if (field === 'seq') return /^\d+$/.test(text) ? Number(text) : text;
  const [, day = '', month = '', year = ''] = field.startsWith('date') ? (dutchDate.exec(text) ?? []) : [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fromCsv(text: string): ListOutcome {
  const read = readCsv(text);
  if (read.kind === 'broken') return { kind: 'faulty', faults: [read] };
  const [head = [], ...lines] = read.rows;
  const fields = head.map((cell) => {
    const name = cell.text.toLowerCase().replace(/\s+/g, '_');
    return columns[name] ?? name;
  });
  const missing = ['date', 'signals'].filter((field) => !fields.includes(field));
  if (missing.length > 0)
    return {
      kind: 'faulty',
      faults: missing.map((field) => ({ line: 1, column: 1, problem: `de kolom "${field}" ontbreekt` })),
    };
  const long = lines.flatMap((cells) => cells.slice(fields.length).filter((cell) => cell.text !== ''));
  if (long.length > 0)
    return {
      kind: 'faulty',
      faults: long.map(({ line, column }) => ({ line, column, problem: 'deze cel heeft geen kolom' })),
    };
  return listOf(
    lines.map((cells) => {
      const cell = (field: string) => cells[fields.indexOf(field)];
      return {
        fields: fields.filter((field) => field !== ''),
        value: (field) => (fields.includes(field) ? cellValue(field, cell(field)?.text ?? '') : undefined),
        place: (field) => {
          const at = knownFields.includes(field) ? cell(field) : head[fields.indexOf(field)];
          return { line: at?.line ?? cells[0]?.line ?? 1, column: at?.column ?? 1 };
        },
      };
    }),
  );
}

/** A mark that some programs put before the text is passed over. */
export function readList(text: string, form: 'json' | 'csv'): ListOutcome {
  const plain = text.replace(/^\ufeff/, '');
  return form === 'json' ? fromJson(plain) : fromCsv(plain);
}
