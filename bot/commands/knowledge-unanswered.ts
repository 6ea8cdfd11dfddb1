/**
 * `DATA_DIR=… npm run -s knowledge:unanswered -- [--json]`: what the chat could not answer, most asked first, and which
 * answers did not help. Reads only; the server may run.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge } from '../../knowledge/index.ts';
import { readUnanswered, recent, unansweredFile } from '../unanswered.ts';
import { type JudgedAnswer, type OpenQuestion, unansweredList } from '../unanswered-list.ts';
import { dataDir, municipalKnowledge, print, Refused, refuseWords, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… npm run -s knowledge:unanswered -- [--json]';

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

/** A folder in which no server ever ran has no questions either: that must not read as good news. */
async function checkDataDir(folder: string): Promise<void> {
  const marks = [join(folder, 'cases'), unansweredFile(folder)].map((path) => stat(path).catch(() => undefined));
  if ((await Promise.all(marks)).every((mark) => mark === undefined))
    throw new Refused(`In ${folder} staan geen gegevens van de chat. Kijk of DATA_DIR klopt.`);
}

async function linesIn(folder: string) {
  try {
    return await readUnanswered(unansweredFile(folder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refused(`De werklijst in ${folder} kan niet worden gelezen (${String(error.code)}).`);
  }
}

await run(async () => {
  const { values, positionals } = typed({ json: { type: 'boolean', default: false } }, USAGE);
  refuseWords(positionals, USAGE);
  const folder = dataDir(USAGE);
  await checkDataDir(folder);
  const knowledge = await municipalKnowledge();
  const { bewaren, bewaarDagen } = knowledge.settings.redactie.werklijst;
  const { lines, broken } = await linesIn(folder);
  const { questions, answers } = unansweredList(recent(lines, bewaarDagen, new Date()));
  if (broken > 0) process.stderr.write(`${broken} regel(s) kon ik niet lezen en heb ik overgeslagen.\n`);
  if (values.json) process.stdout.write(`${JSON.stringify({ questions, answers }, null, 2)}\n`);
  else {
    const kept = bewaren ? `hooguit ${bewaarDagen} dagen bewaard` : 'bewaren staat uit in instellingen.json';
    print([
      `Vragen zonder goed antwoord: ${questions.length} (${kept}).`,
      ...questions.flatMap((question) => questionLines(question, knowledge)),
      '',
      answers.length === 0 ? 'Nog geen oordeel over een antwoord.' : 'Oordeel over antwoorden:',
      ...answers.map((answer) => answerLine(answer, knowledge)),
    ]);
  }
  return 0;
});
