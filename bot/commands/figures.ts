/**
 * `DATA_DIR=… npm run -s figures [-- --json]`: the families in view, in counts of five and more. Reads the documents only
 * and takes no lock, so the server may run. It shows no family and leaves no line in the audit log, which only the server
 * writes: who may read DATA_DIR is for the administrator of the machine.
 */
import { type FigureRow, figureRows, shownFigures, wordsOf } from '../../cards/index.ts';
import { type FamilyCase, familyFigures, figuresOf } from '../../cases/index.ts';
import { storedCases } from '../../register/index.ts';
import { caseSettings } from '../case-settings.ts';
import { realWorld } from '../world.ts';
import { casesFolder } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, run, typed } from './command.ts';

const USAGE = 'Gebruik: DATA_DIR=… [KNOWLEDGE_DIR=…] npm run -s figures [-- --json]';

const table = (rows: readonly FigureRow[]): readonly string[] => {
  const width = Math.max(...rows.map(({ label }) => label.length), 0);
  const right = Math.max(...rows.map(({ value }) => value.length), 0);
  return rows.map(({ label, value }) => `${label.padEnd(width)}  ${value.padStart(right)}`);
};

const isKnown = ({ family }: FamilyCase): boolean => family.kind === 'known';

await run(async () => {
  const { values, positionals } = typed({ json: { type: 'boolean', default: false } }, USAGE);
  if (positionals.length > 0) throw new Refused(`Dat begrijp ik niet: ${positionals.join(' ')}.\n${USAGE}`, 2);
  const cases = await casesFolder(dataDir(USAGE));
  const knowledge = await municipalKnowledge();
  const settings = caseSettings(knowledge.settings);
  const families = [];
  for await (const familyCase of storedCases(cases))
    if (isKnown(familyCase)) families.push(familyFigures(familyCase, settings, realWorld.now()));
  const shown = shownFigures(figuresOf(families));
  const words = wordsOf(knowledge);
  const { all, byDomains } = figureRows(shown, words);
  if (values.json) print([JSON.stringify(shown)]);
  else
    print([
      `${words('cijfers.kop')}, ${knowledge.settings.gemeente}`,
      ...table(all),
      '',
      words('cijfers.leefgebieden.kop'),
      ...(byDomains.length === 0 ? [words('cijfers.leefgebieden.te-weinig')] : table(byDomains)),
      '',
      words('cijfers.uitleg'),
    ]);
  return 0;
});
