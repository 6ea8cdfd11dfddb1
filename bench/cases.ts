/** The check of one family and the nightly run of the stuck rules, both among 10,000 families in the lowdb register. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import { caseSettings } from '../bot/case-settings.ts';
import { readKnowledge } from '../bot/read-knowledge.ts';
import {
  type CaseDeps,
  type Cases,
  type Fact,
  type FamilyCase,
  makeCases,
  type Register,
  type SignalCode,
} from '../cases/index.ts';
import { makeMemoryAuditLog, openLowdbRegister } from '../register/index.ts';
import { type Figure, median, rounded } from './figure.ts';
import { aCase } from './writes.ts';

const CASES = 10_000;
const CHECKS = 5_000;
const CHECK_HOLD_MS = 2;
const RUN_HOLD_S = 10;
const STALL_HOLD_MS = 50;
const NOW = new Date('2026-11-22T02:00:00.000Z');
const DAY_MS = 86_400_000;
/** One family in so many has a clock that runs out tonight; the others have a history in which nothing is due. */
const ONE_IN = 10;

const worker = { kind: 'worker', id: 'worker-7', name: 'W' } as const;

export async function benchCases(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-bench-'));
  try {
    const register = await openLowdbRegister({
      folder: join(folder, 'cases'),
      onFatal: (fault) => {
        throw fault;
      },
    });
    await fill(register);
    const cases = await casesOver(register);
    const check = await checks(cases);
    const night = await nightly(cases);
    const quiet = await nightly(cases);
    await register.close();
    return [
      ...check,
      {
        name: `nightly run of the stuck rules, 10,000 families, ${night.changed} changed`,
        value: rounded(night.seconds),
        unit: 's',
        versus: `hold: ${RUN_HOLD_S} s; the same night again (nothing to write): ${rounded(quiet.seconds)} s`,
        ratio: rounded(night.seconds / RUN_HOLD_S),
      },
      {
        name: 'event-loop delay during the nightly run, p99',
        value: rounded(night.stallMs),
        unit: 'ms',
        versus: `hold: ${STALL_HOLD_MS} ms; the same night again: ${rounded(quiet.stallMs)} ms`,
        ratio: rounded(night.stallMs / STALL_HOLD_MS),
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function casesOver(register: Register): Promise<Cases> {
  const knowledge = await readKnowledge(process.cwd(), null);
  let ids = 0;
  const deps: CaseDeps = {
    register,
    auditLog: makeMemoryAuditLog(),
    roles: {
      roleOf: () => Promise.resolve({ role: 'worker', name: 'W' }),
      officers: () => Promise.resolve([{ id: 'officer-1', name: 'O' }]),
    },
    sources: [],
    settings: caseSettings(knowledge.settings),
    now: () => NOW,
    newId: () => `id-${(ids += 1)}`,
    newFollowCode: () => 'K7QP-3M2X',
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
  return makeCases(deps);
}

/** The peer is reading the same family without any check. */
async function checks(cases: Cases): Promise<Figure[]> {
  const times: number[] = [];
  for (let turn = 0; turn < CHECKS; turn += 1) {
    const number = ((turn * 7919) % (CASES / 50)) * 50 + 7;
    const started = performance.now();
    const outcome = await cases.check(worker, `bench-${number}`);
    times.push(performance.now() - started);
    if (outcome.kind !== 'checked') throw new Error(`Failed to check bench-${number}: ${outcome.kind}.`);
  }
  const p99 = [...times].sort((one, other) => one - other)[Math.floor(CHECKS * 0.99)] ?? 0;
  return [
    {
      name: 'check of one family among 10,000, in process, p99',
      value: rounded(p99),
      unit: 'ms',
      versus: `hold: ${CHECK_HOLD_MS} ms; median ${rounded(median(times))} ms`,
      ratio: rounded(p99 / CHECK_HOLD_MS),
    },
  ];
}

async function nightly(cases: Cases): Promise<{ seconds: number; stallMs: number; changed: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const { changed, failed } = await cases.lookAtAll(() => breathe());
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  if (failed.length > 0) throw new Error(`Failed to look at ${failed.length} families.`);
  return { seconds, stallMs: delay.percentile(99) / 1e6, changed };
}

async function fill(register: Register): Promise<void> {
  for (let start = 0; start < CASES; start += 64)
    await Promise.all(
      Array.from({ length: Math.min(64, CASES - start) }, (_, offset) => register.commit(aHistory(start + offset))),
    );
}

/** Thirty facts over a year and a half; the last request was answered, save in one family in ten. */
function aHistory(number: number): FamilyCase {
  const codes: readonly (readonly SignalCode[])[] = [
    ['many-agencies'],
    ['request-for-help', 'expectations-differ'],
    ['request-granted'],
    ['referral'],
    ['expectations-differ'],
  ];
  const facts = Array.from({ length: 30 }, (_, at) => aFact(number, at, codes[at % codes.length] ?? []));
  const asks = aFact(number, 30, ['request-for-help']);
  return { ...aCase(number, 1), facts: number % ONE_IN === 0 ? [...facts, asks] : facts };
}

function aFact(number: number, at: number, signals: readonly SignalCode[]): Fact {
  const date = new Date(NOW.getTime() - (440 - at * 14) * DAY_MS).toISOString().slice(0, 10);
  return {
    id: `f${number}-${at}`,
    date,
    seq: at + 1,
    recordedAt: `${date}T10:00:00.000Z`,
    by: { kind: 'worker', id: 'worker-7', name: 'W' },
    signals,
    note: 'Wat er die dag is gezegd, in een regel of twee.',
    requestId: null,
  };
}
