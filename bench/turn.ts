/**
 * A whole parent turn in process (match, state, reply, conversation log) next to a bare CloudAdapter echo in process.
 * Ours is measured as it runs, built: tsx gives every inner function its name at every call, and that costs half as much
 * again. Both sides start where the sender is proven and the activity is an object, and end where the network would begin.
 */
import { pathToFileURL } from 'node:url';
import { builtForBench } from './built.ts';
import { cpuPerCall, type Figure, inTurns, rounded } from './figure.ts';
import type * as parentTurn from './parent-turn.ts';
import { makeEcho } from './peers/echo-in-process.mjs';

const TURNS = 1000;
const ROUNDS = 9;
/** Until V8 has compiled what is used most, a turn of either side costs two to three times as much. */
const WARM_UP = 5000;

export async function benchTurn(): Promise<Figure[]> {
  const { makeParentTurn, textFor } = await builtSide();
  const ours = await makeParentTurn();
  const echo = makeEcho();
  await cpuPerCall(WARM_UP, ours);
  await cpuPerCall(WARM_UP, (index) => echo(textFor(index)));
  const seen = await inTurns(
    ROUNDS,
    () => cpuPerCall(TURNS, ours),
    () => cpuPerCall(TURNS, (index) => echo(textFor(index))),
  );
  return [
    {
      name: 'parent turn in process',
      value: rounded(seen.ours),
      unit: 'CPU ms',
      versus: `bare CloudAdapter echo in process: ${rounded(seen.peer)} CPU ms`,
      ratio: rounded(seen.ratio),
    },
  ];
}

type Side = Pick<typeof parentTurn, 'makeParentTurn' | 'textFor'>;

/** Both sides share one copy of the SDK. */
async function builtSide(): Promise<Side> {
  const path = await builtForBench('bench/parent-turn.ts', 'parent-turn');
  const built: unknown = await import(pathToFileURL(path).href);
  if (!isSide(built)) throw new Error(`Failed to measure: ${path} does not hold the parent's side.`);
  return built;
}

function isSide(built: unknown): built is Side {
  return typeof built === 'object' && built !== null && 'makeParentTurn' in built && 'textFor' in built;
}
