/**
 * `npm run -s knowledge:check`: every fault in the national and the local layer, in Dutch, with file and place; exit 0 when
 * there are none. `KNOWLEDGE_DIR` is the local layer, else that of the example municipality.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { effects } from '../../dialogs/index.ts';
import { type Intent, type Knowledge, type KnowledgeFault, loadKnowledge } from '../../knowledge/index.ts';

const told = ({ file, place, problem }: KnowledgeFault) => `${file}, ${place}: ${problem}\n`;

/** An example that is not recognised, or a counter-example that is. In a crisis answer the first is a fault. */
function checkExamples(knowledge: Knowledge, intents: readonly Intent[]) {
  const faults: KnowledgeFault[] = [];
  const warnings: KnowledgeFault[] = [];
  for (const { id, voorbeelden, tegenvoorbeelden } of intents) {
    const file = `intents/${id}.json`;
    const answer = knowledge.answer(id);
    const fixedId = answer?.hoortBij ?? id;
    voorbeelden.forEach((example, index) => {
      const match = knowledge.match(example, answer?.doelgroep[0] ?? 'ouder');
      const place = `voorbeelden[${index}]`;
      if (answer?.soort === 'crisis' && match.level === null) {
        faults.push({ file, place, problem: `"${example}" wordt niet als crisis herkend` });
      } else if (!match.ranked.slice(0, 3).includes(fixedId)) {
        warnings.push({ file, place, problem: `"${example}" geeft ${match.ranked[0] ?? 'niets'}, niet ${fixedId}` });
      }
    });
    tegenvoorbeelden.forEach((example, index) => {
      const match = knowledge.match(example, answer?.doelgroep[0] ?? 'ouder');
      if (match.decided !== 'answer' || match.answerId !== id) return;
      warnings.push({ file, place: `tegenvoorbeelden[${index}]`, problem: `"${example}" geeft toch dit antwoord` });
    });
  }
  return { faults, warnings };
}

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
  const examples = checkExamples(outcome.knowledge, outcome.intents);
  const warnings = [...outcome.warnings, ...examples.warnings];
  process.stdout.write([...warnings.map((one) => `Let op: ${told(one)}`), ...examples.faults.map(told)].join(''));
  if (examples.faults.length > 0) {
    process.stdout.write(`${examples.faults.length} fout(en) gevonden.\n`);
    return 1;
  }
  process.stdout.write(`Geen fouten. ${outcome.intents.length} onderwerpen, ${warnings.length} keer "let op".\n`);
  return 0;
}

process.exitCode = await main();
