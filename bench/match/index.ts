/**
 * Understanding: ours, nlp.js and MiniSearch on the same unseen questions, trained on the same example phrases, in one run.
 * Training nlp.js and asking MiniSearch takes minutes; ours is ready after the load time that stands first.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { builtForBench } from '../built.ts';
import { type Figure, median, rounded } from '../figure.ts';
import type * as ourSide from './ours.ts';
import { type Example, indexMiniSearch, type Recogniser, type Reporting, trainNlpJs } from './peers.ts';
import { type Question, readQuestions } from './questions.ts';
import { type Prediction, type Score, scoreOf } from './score.ts';
import { SETS } from './sets.ts';

const WARM_UP = 100;
const STARTS = 7;

export async function benchMatch(): Promise<Figure[]> {
  const { knowledge, intents } = await (await builtSide()).loadOurs();

  const report: Reporting = {
    fixedId: (intent) => knowledge.answer(intent)?.hoortBij ?? intent,
    isCrisis: (intent) => knowledge.answer(intent)?.soort === 'crisis',
  };
  const examples = intents.flatMap(({ id, voorbeelden }) => voorbeelden.map((text): Example => ({ intent: id, text })));
  const ours: Recogniser = { name: 'ours', recognise: (text) => knowledge.match(text, 'ouder') };
  const inside = examples.filter(({ intent }) => intent !== 'geen-antwoord');
  const peers = [await trainNlpJs(inside, report), indexMiniSearch(inside, report)];

  const figures = await benchLoad(examples.length);
  const speed = await measureSpeed();
  figures.push(
    figure('match: one question, p50 of the first ones after a start', speed.first.p50, 'µs', 'not compared'),
  );
  for (const [at, { name, file }] of SETS.entries()) {
    const questions = await readQuestions(file);
    const own = { ...(await measure(ours, questions)), ...speed.sets[at] };
    const others = await Promise.all(peers.map((peer) => measure(peer, questions)));
    figures.push(...compare(name, own, others));
  }
  return figures;
}

/** In processes of their own, as built: the first learns and writes down what it learnt, the others read that. */
async function benchLoad(examples: number): Promise<Figure[]> {
  const path = await builtForBench('bench/match/load.ts', 'load');
  await rm('dist/bench/load.learnt', { force: true });
  const load = async () => loadSchema.parse(JSON.parse((await inProcess(path)).stdout));
  const anew = await load();
  const kept: { ms: number; mb: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) kept.push(await load());
  const versus = `learnt anew from ${examples} examples: ${rounded(anew.ms)} ms, ${rounded(anew.mb)} MB`;
  const ms = median(kept.map((one) => one.ms));
  const mb = median(kept.map((one) => one.mb));
  return [
    figure('match: knowledge loaded and first question answered', ms, 'ms', versus),
    figure('match: memory of the knowledge, heap and buffers', mb, 'MB', versus),
  ];
}

/** In a process of its own, which the peers' memory does not slow down. */
async function measureSpeed(): Promise<z.infer<typeof speedSchema>> {
  const path = await builtForBench('bench/match/speed.ts', 'speed');
  const { stdout } = await execute(process.execPath, [path, ...SETS.map(({ file }) => file)]);
  return speedSchema.parse(JSON.parse(stdout));
}

const percentilesSchema = z.object({ p50: z.number(), p95: z.number() });
const speedSchema = z.object({ first: percentilesSchema, sets: z.array(percentilesSchema) });
const loadSchema = z.object({ ms: z.number(), mb: z.number() });
const execute = promisify(execFile);
const inProcess = (path: string) => execute(process.execPath, ['--expose-gc', path]);

type Side = Pick<typeof ourSide, 'loadOurs'>;

/** As it runs: see bench/built.ts. */
async function builtSide(): Promise<Side> {
  const path = await builtForBench('bench/match/ours.ts', 'ours');
  const built: unknown = await import(pathToFileURL(path).href);
  if (!isSide(built)) throw new Error(`Failed to measure: ${path} does not hold our side.`);
  return built;
}

function isSide(built: unknown): built is Side {
  return typeof built === 'object' && built !== null && 'loadOurs' in built;
}

interface Measured {
  readonly name: string;
  readonly score: Score;
  readonly p50: number;
  readonly p95: number;
}

async function measure({ name, recognise }: Recogniser, questions: readonly Question[]): Promise<Measured> {
  process.stderr.write(`${name}: ${questions.length} questions.\n`);
  for (const { text } of questions.slice(0, WARM_UP)) await recognise(text);
  const found: Prediction[] = [];
  const times: number[] = [];
  for (const { text } of questions) {
    const begun = process.hrtime.bigint();
    found.push(await recognise(text));
    times.push(Number(process.hrtime.bigint() - begun) / 1000);
  }
  times.sort((left, right) => left - right);
  return {
    name,
    score: scoreOf(questions, found),
    p50: median(times),
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

const measures = {
  top1: 'top-1',
  top3: 'top-3',
  wrong: 'wrong answers in scope',
  outsideRefused: 'out of scope refused',
  crisisDirect: 'crisis found, direct',
  crisisIndirect: 'crisis found, indirect',
  falseAlarms: 'false alarms',
  falseAlarmsLookalikes: 'false alarms on look-alikes',
} as const satisfies Record<keyof Score, string>;

function compare(set: string, own: Measured, others: readonly Measured[]): Figure[] {
  const versus = (of: (measured: Measured) => number) =>
    others.map((other) => `${other.name} ${rounded(of(other))}`).join(', ');
  const shares = keysOf(measures).flatMap((key) => {
    const share = own.score[key];
    const others = versus(({ score }) => score[key] ?? 0);
    return share === null ? [] : [figure(`match, ${set}: ${measures[key]}`, share, '%', others)];
  });
  return [
    ...shares,
    figure(
      `match, ${set}: one question, p50`,
      own.p50,
      'µs',
      versus(({ p50 }) => p50),
    ),
    figure(
      `match, ${set}: one question, p95`,
      own.p95,
      'µs',
      versus(({ p95 }) => p95),
    ),
  ];
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

function figure(name: string, value: number, unit: string, versus: string): Figure {
  return { name, value: rounded(value), unit, versus, ratio: null };
}
