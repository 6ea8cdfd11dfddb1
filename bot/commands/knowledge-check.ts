/**
 * `npm run -s knowledge:check`: every fault in the national and the local layer, in Dutch, with file and place; exit 0 when
 * there are none. What is only worth a look is told as "Let op": all of it for the own layer, a count for the national one,
 * which `-- --alles` tells in full. `KNOWLEDGE_DIR` is the local layer, else that of the example municipality.
 */
import { basename, join } from 'node:path';
import { effects } from '../../dialogs/index.ts';
import { type KnowledgeFault, loadKnowledge } from '../../knowledge/index.ts';
import { knowledgeDir, print, refuseWords, root, run, typed } from './command.ts';

const USAGE = 'Gebruik: npm run -s knowledge:check -- [--alles]';

const told = ({ file, place, problem }: KnowledgeFault) => `${file}, ${place}: ${problem}`;

async function main(): Promise<number> {
  const { values, positionals } = typed({ alles: { type: 'boolean', default: false } }, USAGE);
  refuseWords(positionals, USAGE);
  const nationalDir = join(root, 'knowledge', 'landelijk');
  const localDir = (await knowledgeDir()) ?? join(root, 'knowledge', 'voorbeeldstad');
  const outcome = await loadKnowledge({ nationalDir, localDir, effects, now: new Date() });
  if (outcome.kind === 'faulty') {
    print([...outcome.faults.map(told), `${outcome.faults.length} fout(en) gevonden.`]);
    return 1;
  }
  const { counts, faults, warnings: editorial } = outcome.editorial();
  const warnings = [...outcome.warnings, ...editorial];
  const isOwn = ({ file }: KnowledgeFault) => file.startsWith(`${basename(localDir)}/`);
  const own = warnings.filter(isOwn);
  const others = warnings.filter((one) => !isOwn(one));
  print([
    ...faults.map(told),
    ...[...own, ...(values.alles ? others : [])].map((one) => `Let op: ${told(one)}`),
    ...(values.alles || others.length === 0 ? [] : [unlisted(others.length)]),
  ]);
  const { answers, flows, examples, missed, unsourced } = counts;
  const found = faults.length === 0 ? 'Geen fouten.' : `${faults.length} fout(en) gevonden.`;
  const hit = `${examples - missed} van ${examples} voorbeelden raak`;
  print([
    `${found} ${answers} antwoorden (${unsourced} zonder gelezen bron), ${flows} flows, ${hit}, ${warnings.length} keer "let op".`,
  ]);
  return faults.length === 0 ? 0 : 1;
}

const unlisted = (count: number): string =>
  `Nog ${count} keer "let op" in de landelijke laag. Zo leest u ze: npm run -s knowledge:check -- --alles`;

await run(main);
