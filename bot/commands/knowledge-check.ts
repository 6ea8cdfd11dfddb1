/**
 * `npm run -s knowledge:check`: every fault in the national and the local layer, in Dutch, with file and place; exit 0 when
 * there are none. What is only worth a look is told as "Let op". `KNOWLEDGE_DIR` is the local layer, else that of the
 * example municipality.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { effects } from '../../dialogs/index.ts';
import { type KnowledgeFault, loadKnowledge } from '../../knowledge/index.ts';

const told = ({ file, place, problem }: KnowledgeFault) => `${file}, ${place}: ${problem}\n`;

async function main(): Promise<number> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const outcome = await loadKnowledge({
    nationalDir: join(root, 'knowledge', 'landelijk'),
    localDir: process.env.KNOWLEDGE_DIR ?? join(root, 'knowledge', 'voorbeeldstad'),
    effects,
    now: new Date(),
  });
  if (outcome.kind === 'faulty') {
    process.stdout.write(`${outcome.faults.map(told).join('')}${outcome.faults.length} fout(en) gevonden.\n`);
    return 1;
  }
  const editorial = outcome.editorial();
  const warnings = [...outcome.warnings, ...editorial.warnings];
  const { answers, flows, examples, missed, unsourced } = editorial.counts;
  const hit = `${examples - missed} van ${examples} voorbeelden raak`;
  const counts = `${answers} antwoorden (${unsourced} zonder gelezen bron), ${flows} flows, ${hit}, ${warnings.length} keer "let op"`;
  process.stdout.write([...warnings.map((one) => `Let op: ${told(one)}`), ...editorial.faults.map(told)].join(''));
  const { length } = editorial.faults;
  process.stdout.write(`${length === 0 ? 'Geen fouten.' : `${length} fout(en) gevonden.`} ${counts}.\n`);
  return length === 0 ? 0 : 1;
}

process.exitCode = await main();
