/**
 * JSON lines for operators. Only the fields of the list below are written, and only as codes: whatever else is handed
 * over is dropped, so that nobody's words, names or numbers can end up in a log by accident.
 */
import { pino } from 'pino';

const ALLOWED = [
  'correlationId',
  'durationMs',
  'status',
  'method',
  'route',
  'code',
  'kind',
  'channel',
  'count',
  'tries',
  'mode',
  'port',
  'host',
  'key',
  'caseId',
  'noticeId',
  'escalationId',
] as const;

export type LogField = (typeof ALLOWED)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | null>>>;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

type Write = (event: string, fields?: LogFields) => void;
/** Fields as a function are worked out only where the line is written. */
type WriteLazily = (event: string, fields?: LogFields | (() => LogFields)) => void;

export interface Log {
  readonly debug: WriteLazily;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** What may be told about a thrown thing: its code or class, never its message. */
  faultOf(error: unknown): LogFields;
}

export interface LogOptions {
  readonly level: LogLevel;
  readonly stream: { write(line: string): unknown };
  readonly now: () => Date;
}

const CODE = /^[\w.:/|@[\]-]{1,120}$/;

export function makeLog({ level, stream, now }: LogOptions): Log {
  const out = pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => void stream.write(line) },
  );
  const at =
    (label: 'debug' | 'info' | 'warn' | 'error'): WriteLazily =>
    (event, fields = {}) => {
      if (!out.isLevelEnabled(label)) return;
      out[label]({ event: asCode(event), ...onlyAllowed(typeof fields === 'function' ? fields() : fields) });
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), faultOf };
}

function onlyAllowed(fields: LogFields): Record<string, string | number | boolean | null> {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const name of ALLOWED) {
    const value = fields[name];
    if (value === undefined) continue;
    kept[name] = typeof value === 'string' ? asCode(value) : asPlain(value);
  }
  return kept;
}

/** A text that is no code (spaces, quotes, accents) could be somebody's words. */
function asCode(text: string): string {
  return CODE.test(text) ? text : '[dropped]';
}

function asPlain(value: unknown): number | boolean | null {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  return typeof value === 'boolean' ? value : null;
}

function faultOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { code: 'not-an-error' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { code: asCode(code) };
}

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
type ConsoleLike = Record<(typeof CONSOLE_METHODS)[number], (...data: unknown[]) => void>;

/** The SDK writes errors with their text to the console: keep the fact, drop the text. Gives back how to undo it. */
export function captureConsole(log: Log, target: ConsoleLike): () => void {
  const undo = CONSOLE_METHODS.map((method) => {
    const original = target[method];
    target[method] = () => {
      log.warn('sdk-console', { code: method });
    };
    return () => {
      target[method] = original;
    };
  });
  return () => {
    for (const restore of undo) restore();
  };
}
