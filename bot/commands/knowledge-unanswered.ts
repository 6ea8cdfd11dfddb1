/**
 * `DATA_DIR=… npm run -s knowledge:unanswered -- [--json]`: what the chat could not answer, most asked first, and which
 * answers did not help. Reads only; the server may run.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../../knowledge/index.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { StartFault } from '../start-fault.ts';
import { readUnanswered, recent, unansweredFile } from '../unanswered.ts';
import { type JudgedAnswer, type OpenQuestion, unansweredList } from '../unanswered-list.ts';

const USAGE = 'Usage: DATA_DIR=… npm run -s knowledge:unanswered -- [--json]';

function questionLines(question: OpenQuestion, knowledge: Knowledge): string[] {
  const { text, count, why, nearest, oldest, newest, also } = question;
  const when = oldest === newest ? `op ${newest}` : `van ${oldest} tot ${newest}`;
  const reasons = [
    [why.declined, 'geen antwoord'],
    [why['none-of-these'], 'geen van deze'],
    [why.unhelpful, 'hielp niet'],
  ].flatMap(([times, words]) => (times === 0 ? [] : [`${times} × ${words}`]));
  return [
    `${count} ×  ${text}`,
    `      ${reasons.join(', ')}; ${when}; ${nearest === null ? 'niets komt in de buurt' : `dichtbij: ${titleOf(nearest, knowledge)}`}`,
    ...also.map((one) => `      ook zo gevraagd: ${one}`),
  ];
}

function answerLine({ answer, helpful, unhelpful, reasons }: JudgedAnswer, knowledge: Knowledge): string {
  const why = Object.entries(reasons).map(([reason, times]) => `${times} × ${reason}`);
  const told = why.length === 0 ? '' : ` (${why.join(', ')})`;
  return `${titleOf(answer, knowledge)}: ${helpful} × hielp, ${unhelpful} × hielp niet${told}`;
}

function titleOf(id: string, knowledge: Knowledge): string {
  const titel = knowledge.answer(id)?.titel;
  return titel === undefined ? id : `${titel} [${id}]`;
}

async function main(): Promise<number> {
  const json = wantsJson();
  const folder = process.env.DATA_DIR ?? '';
  if (json === null || folder.trim() === '') {
    process.stderr.write(
      `${json === null ? 'Dat begrijp ik niet.' : 'DATA_DIR ontbreekt: de map van de chat.'}\n${USAGE}\n`,
    );
    return 2;
  }
  try {
    const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
    const knowledge = await readKnowledge(root, process.env.KNOWLEDGE_DIR ?? null);
    const { bewaren, bewaarDagen } = knowledge.settings.redactie.werklijst;
    const { lines, broken } = await readUnanswered(unansweredFile(folder));
    const { questions, answers } = unansweredList(recent(lines, bewaarDagen, new Date()));
    if (broken > 0) process.stderr.write(`${broken} regel(s) kon ik niet lezen en heb ik overgeslagen.\n`);
    if (json) process.stdout.write(`${JSON.stringify({ questions, answers }, null, 2)}\n`);
    else {
      const open = questions.flatMap((question) => questionLines(question, knowledge));
      const told = answers.map((answer) => answerLine(answer, knowledge));
      const kept = bewaren ? `hooguit ${bewaarDagen} dagen bewaard` : 'bewaren staat uit in instellingen.json';
      process.stdout.write(
        [
          `Vragen zonder goed antwoord: ${questions.length} (${kept}).`,
          ...open,
          '',
          'Oordeel over antwoorden:',
          ...told,
          '',
        ].join('\n'),
      );
    }
    return 0;
  } catch (error) {
    const reason = error instanceof StartFault ? error.message : null;
    const code =
      error instanceof Error && 'code' in error
        ? `De werklijst kan niet worden gelezen (${String(error.code)}).`
        : null;
    if (reason === null && code === null) throw error;
    process.stderr.write(`${reason ?? code}\n`);
    return 1;
  }
}

/** null when the options can't be read. */
function wantsJson(): boolean | null {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch {
    return null;
  }
}

process.exitCode = await main();
