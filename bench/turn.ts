/**
 * A whole parent turn in process (match, state, reply, conversation log) next to a bare CloudAdapter echo in process. Both
 * start where the sender is proven and the activity is an object, and end where the network would begin. Each side has a
 * process of its own: in one, every collection of the one's garbage walks through what the other holds. Ours is measured as
 * it runs, built: tsx gives every inner function its name at every call, and that costs half as much again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { builtWithSdk } from './built.ts';
import { type Figure, inTurns, rounded } from './figure.ts';

/** In shorter rounds it is chance which of them holds the collection of all garbage. */
const TURNS = 20_000;
const ROUNDS = 5;
const COLD = 1000;
/** Until V8 has compiled what is used most, a turn of either side costs two to three times as much. */
const WARM_UP = 5000;

/** What parents really say: short and long, known and unknown, with and without crisis words. */
const SAID = [
  'ik wil een regisseur',
  'Bij ons thuis zijn wel zes hulpverleners en niemand weet van elkaar wat ze doen, ik word er gek van',
  'hoe lang is de wachtlijst',
  'mijn paspoort is verlopen',
  'ik wil een klacht indienen over de gemeente',
  'wat is het verschil tussen het cjg en de jeugdconsulent',
  'hallo',
  'Wie kan er met mij mee naar het gesprek?',
];

export async function benchTurn(): Promise<Figure[]> {
  const ours = startSide(await builtWithSdk('bench/parent-turn.ts', 'parent-turn'));
  const echo = startSide('bench/peers/echo-in-process.mjs');
  try {
    // The first turn of all learns from the examples, which a server does before anybody asks.
    for (const side of [ours, echo]) await cpuPerTurn(side, 1);
    const first = { ours: await cpuPerTurn(ours, COLD), peer: await cpuPerTurn(echo, COLD) };
    for (const side of [ours, echo]) await cpuPerTurn(side, WARM_UP);
    const seen = await inTurns(
      ROUNDS,
      () => cpuPerTurn(ours, TURNS),
      () => cpuPerTurn(echo, TURNS),
    );
    return [
      figure('parent turn in process', seen.ours, seen.peer, seen.ratio),
      figure(`parent turn in process, the first ${COLD} of a process`, first.ours, first.peer, first.ours / first.peer),
    ];
  } finally {
    for (const side of [ours, echo]) side.kill();
  }
}

function figure(name: string, value: number, peer: number, ratio: number): Figure {
  const versus = `bare CloudAdapter echo in process: ${rounded(peer)} CPU ms`;
  return { name, value: rounded(value), unit: 'CPU ms', versus, ratio: rounded(ratio) };
}

/** A module that carries out the turns it gets a message for, and answers with the CPU time of one. */
function startSide(path: string): ChildProcess {
  return fork(path, { execArgv: ['--no-warnings'] });
}

/** CPU milliseconds (user + system, all threads). */
async function cpuPerTurn(side: ChildProcess, turns: number): Promise<number> {
  side.send({ turns, said: SAID });
  const ended = once(side, 'exit').then(() => {
    throw new Error('Failed to measure a turn: the process that carries it out ended. See its message above.');
  });
  ended.catch(() => undefined);
  const answers: readonly unknown[] = await Promise.race([once(side, 'message'), ended]);
  const [answer] = answers;
  if (typeof answer !== 'number')
    throw new Error('Failed to measure a turn: its process did not answer with a number.');
  return answer;
}
