/** `npm run -s bench [-- NAME]`: one JSON line a figure, the comparison measured in the same run. */
import { benchCheck } from './check.ts';
import type { Figure } from './figure.ts';
import { benchStart } from './start.ts';
import { benchTurn } from './turn.ts';
import { benchWidget } from './widget.ts';
import { benchWrites } from './writes.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: benchStart,
  turn: benchTurn,
  check: benchCheck,
  writes: benchWrites,
  widget: benchWidget,
};

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    process.stderr.write(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
    return 2;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const figure of await bench()) process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
