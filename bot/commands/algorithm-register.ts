/**
 * `npm run -s algorithm-register`: the entry for the algorithm register of the Dutch government as JSON, under the names of
 * its publication standard (github.com/MinBZK/Algoritmeregister-Publicatiestandaard, ch02). What only the municipality can
 * say comes from `algoritmeregister` in its settings; what is not there yet is null, and listed in `nogInTeVullen`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/index.ts';
import { municipalKnowledge, print, refuseWords, root, run, typed } from './command.ts';

const USAGE = 'Gebruik: [KNOWLEDGE_DIR=…] npm run -s algorithm-register';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** What the standard publishes nothing without. */
const compulsory = ['naam', 'omschrijving', 'organisatie', 'status', 'contactgegevens', 'publicatiecategorie'] as const;

async function entryOf(knowledge: Knowledge) {
  const { gemeente, algoritmeregister, regie } = knowledge.settings;
  const { name, version, license } = packageSchema.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  const { regels, onbeantwoordNaDagen } = regie.vastgelopen;
  const set = Object.entries(regels).map(([rule, does]) => `${rule} ${does}`);
  const told = (key: string, values?: Readonly<Record<string, string>>) => knowledge.text(`algoritme.${key}`, values);
  return {
    naam: told('naam'),
    omschrijving: told('omschrijving'),
    organisatie: `Gemeente ${gemeente}`,
    thema: told('thema'),
    status: algoritmeregister.status,
    begindatum: algoritmeregister.begindatum,
    einddatum: null,
    contactgegevens: algoritmeregister.contactgegevens,
    publiekspagina: algoritmeregister.publiekspagina,
    publicatiecategorie: algoritmeregister.publicatiecategorie,
    impact: told('impact'),
    afwegingen: told('afwegingen'),
    menselijkeTussenkomst: told('menselijkeTussenkomst'),
    risicobeheer: told('risicobeheer'),
    wettelijkeBasis: told('wettelijkeBasis'),
    impacttoetsen: algoritmeregister.impacttoetsen,
    gegevens: told('gegevens'),
    technischeWerking: told('technischeWerking', { regels: set.join(', '), dagen: String(onbeantwoordNaDagen) }),
    leverancier: told('leverancier', { naam: name, versie: version, licentie: license }),
    broncode: algoritmeregister.broncode,
  };
}

await run(async () => {
  const { positionals } = typed({}, USAGE);
  refuseWords(positionals, USAGE);
  const entry = await entryOf(await municipalKnowledge());
  const empty = Object.entries(entry).flatMap(([field, value]) =>
    value === null && field !== 'einddatum' ? [field] : [],
  );
  const verplicht = compulsory.filter((field) => entry[field] === null);
  print([JSON.stringify({ ...entry, nogInTeVullen: { verplicht, alles: empty } }, null, 2)]);
  return 0;
});
