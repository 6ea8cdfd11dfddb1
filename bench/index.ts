/** `npm run -s bench [-- NAME …]`: one JSON line a figure, the comparison measured in the same run. */
import { existsSync } from 'node:fs';
import { benchCases } from './cases.ts';
import { benchCheck } from './check.ts';
import type { Figure } from './figure.ts';
import { benchMatch } from './match/index.ts';
import { benchStart } from './start.ts';
import { benchTurn } from './turn.ts';
import { benchWidget } from './widget.ts';
import { benchWrites } from './writes.ts';

const BUILT = ['dist/main.mjs', 'dist/web/widget.js', 'dist/web/widget-cards.js'];

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: benchStart,
  turn: benchTurn,
  check: benchCheck,
  writes: benchWrites,
  cases: benchCases,
  widget: benchWidget,
  match: benchMatch,
};

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    process.stderr.write(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
    return 2;
  }
  const missing = BUILT.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    process.stderr.write(
      `Failed to measure: there is no ${missing.join(', no ')} here. Run npm run build in the project's folder.\n`,
    );
    return 2;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const figure of await bench()) process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error) || !error.message.startsWith('Failed to ')) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
