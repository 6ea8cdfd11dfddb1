/**
 * `DATA_DIR=… npm run -s export -- CASE --for family` or `--for "NAAM" --consent JJJJ-MM-DD`: everything that is stored about one
 * family, as JSON on stdout. For anybody but the family only with the day on which it gave consent. Needs the lock on
 * DATA_DIR, because the line in the audit log comes first.
 */
import { copyCase, isDay, localDay } from '../../cases/index.ts';
import { realWorld } from '../world.ts';
import { administrator, caseIdOf, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, run, typed } from './command.ts';

const USAGE =
  'Gebruik: DATA_DIR=… npm run -s export -- GEZIN --for family | --for "WIE" --consent JJJJ-MM-DD\nGEZIN is het id, de volgcode of de naam van het gezin.';

function checkConsent(receiver: string | undefined, consent: string | undefined): void {
  if (receiver === undefined || receiver.trim() === '')
    throw new Refused(`Zeg met --for voor wie het is.\n${USAGE}`, 2);
  if (receiver === 'family') return;
  if (consent === undefined)
    throw new Refused(`Delen mag alleen met toestemming van het gezin: geef --consent met de dag.\n${USAGE}`, 2);
  if (!isDay(consent) || consent > localDay(realWorld.now()))
    throw new Refused(`--consent: "${consent}" is geen dag die al is geweest. Schrijf JJJJ-MM-DD.`, 2);
}

/** What only the machine needs; none of it says anything about the family. */
const technical = new Set(['cards', 'notices', 'processed', 'replyTo', 'followCodeHash']);

await run(async () => {
  const { values, positionals } = typed({ for: { type: 'string' }, consent: { type: 'string' } }, USAGE);
  const [family, ...more] = positionals;
  if (family === undefined || more.length > 0) throw new Refused(USAGE, 2);
  checkConsent(values.for, values.consent);
  const folder = dataDir(USAGE);
  const knowledge = await municipalKnowledge();
  return withArchive(folder, knowledge, async (archive) => {
    const caseId = await caseIdOf(family, archive.register);
    const event = values.for === 'family' ? 'case-exported:family' : 'case-exported:consent';
    const copied = await copyCase(archive, caseId, { actor: administrator(), event });
    if (copied.kind === 'not-found') throw new Refused('Dit gezin is er niet meer.');
    const consent = values.for === 'family' ? null : { givenOn: values.consent };
    const at = realWorld.now().toISOString();
    const told = { exportedAt: at, for: values.for, consent, case: copied.familyCase };
    print([JSON.stringify(told, (key, value: unknown) => (technical.has(key) ? undefined : value), 2)]);
    return 0;
  });
});
