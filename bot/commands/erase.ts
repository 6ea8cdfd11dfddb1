/**
 * `DATA_DIR=… npm run -s erase -- CASE [--confirm ID]`: erases everything about one family because it asks so. Without
 * `--confirm` it only says what would go. Never an open case; needs the lock on DATA_DIR.
 */
import { type Erased, eraseCase, type FamilyCase, type StillRunning } from '../../cases/index.ts';
import { administrator, caseIdOf, withArchive } from './archive.ts';
import { dataDir, municipalKnowledge, print, Refused, run, typed } from './command.ts';

const USAGE =
  'Gebruik: DATA_DIR=… npm run -s erase -- GEZIN [--confirm ID]\nGEZIN is het id, de volgcode of de naam van het gezin.';

const running: Readonly<Record<StillRunning, string>> = {
  work: 'er staat nog iets open',
  escalation: 'er loopt nog een voorgelegde vraag',
  notice: 'er moet nog een bericht uit',
  plan: 'er loopt een plan',
  regisseur: 'er is een regisseur',
  measure: 'er loopt een maatregel',
  aftercare: 'er loopt nazorg',
};

function refusalOf(outcome: Exclude<Erased, { kind: 'erased' }>): string {
  switch (outcome.kind) {
    case 'still-open':
      return `Niet gewist: ${outcome.because.map((one) => running[one]).join(', ')}. Sluit dat eerst af.`;
    case 'not-found':
      return 'Dit gezin is er niet meer.';
    case 'not-yet':
      return 'Niet gewist: de termijn is nog niet voorbij.';
    case 'changed-meanwhile':
      return 'Niet gewist: het dossier is intussen gewijzigd. Kijk opnieuw.';
  }
}

const whatGoes = ({ id, family, facts, escalations, audit }: FamilyCase): readonly string[] => [
  `${family.kind === 'known' ? family.label : 'Een vraag van een ouder, zonder gezin'} (${id})`,
  `${facts.length} feiten, ${escalations.length} voorgelegde vragen, ${audit.length} regels over wie wat deed. Laatst gewijzigd: ${audit.at(-1)?.at.slice(0, 10) ?? 'onbekend'}.`,
  `Er is niets gewist. Zeker weten? Geef --confirm ${id} mee. Het is daarna weg, ook voor het gezin; reservekopieën bewaren het tot ze verlopen.`,
];

await run(async () => {
  const { values, positionals } = typed({ confirm: { type: 'string' } }, USAGE);
  const [typedCase, ...more] = positionals;
  if (typedCase === undefined || more.length > 0) throw new Refused(USAGE, 2);
  const folder = dataDir(USAGE);
  const knowledge = await municipalKnowledge();
  return withArchive(folder, knowledge, async (archive) => {
    const caseId = await caseIdOf(typedCase, archive.register);
    const actor = administrator();
    if (values.confirm === undefined) {
      const familyCase = await archive.register.read(caseId);
      await archive.auditLog.append({
        at: archive.now().toISOString(),
        event: 'case-looked-at',
        actor,
        subject: caseId,
      });
      print(familyCase === undefined ? [] : whatGoes(familyCase));
      return 0;
    }
    if (values.confirm !== caseId) throw new Refused(`--confirm hoort bij een ander gezin. Er is niets gewist.`, 2);
    const outcome = await eraseCase(archive, caseId, { actor, because: 'asked-by-family' });
    if (outcome.kind !== 'erased') throw new Refused(refusalOf(outcome));
    print([`Gewist: ${caseId}. Het staat in het auditlog, zonder inhoud.`]);
    return 0;
  });
});
