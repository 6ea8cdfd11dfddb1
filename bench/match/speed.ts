/**
 * How long one question takes in a process that does nothing else, as the server's does, once V8 has compiled what is used
 * most: every set is asked over and over, and each time is counted on its own. On one line, for each file given: the median
 * and the 95th percentile, and the same for its very first questions after the start.
 */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { median } from '../figure.ts';
import { loadOurs } from './ours.ts';
import { readQuestions } from './questions.ts';

const WARM_UP_ROUNDS = 3;
const ROUNDS = 5;

const { knowledge } = await loadOurs();

/** The microseconds that each question took. */
function ask(texts: readonly string[]): readonly number[] {
  return texts.map((text) => {
    const begun = process.hrtime.bigint();
    knowledge.match(text, 'ouder');
    return Number(process.hrtime.bigint() - begun) / 1000;
  });
}

function percentiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = times.toSorted((left, right) => left - right);
  return { p50: median(sorted), p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

const sets = await Promise.all(
  process.argv.slice(2).map(async (file) => {
    const questions = await readQuestions(pathToFileURL(resolve('bench/match', file)));
    return questions.map(({ text }) => text);
  }),
);
const first = percentiles(ask(sets[0] ?? []));
for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const texts of sets) ask(texts);
const seen = sets.map((): number[] => []);
for (let round = 0; round < ROUNDS; round += 1) for (const [at, texts] of sets.entries()) seen[at]?.push(...ask(texts));
process.stdout.write(`${JSON.stringify({ first, sets: seen.map(percentiles) })}\n`);
