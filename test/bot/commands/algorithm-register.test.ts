import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { ROOT } from '../../support/an-app.ts';
import { aMunicipality } from '../../support/a-municipality.ts';

const entrySchema = z.looseObject({
  naam: z.string().max(100),
  omschrijving: z.string().max(350),
  organisatie: z.string().max(100),
  technischeWerking: z.string().max(2500),
  leverancier: z.string(),
  nogInTeVullen: z.object({ verplicht: z.array(z.string()), alles: z.array(z.string()) }),
});

describe('algorithm-register (T6)', () => {
  it('gives the entry with what is set, and names what the municipality must still fill in', async () => {
    const { code, out } = await aCommand('algorithm-register');
    const entry = entrySchema.parse(JSON.parse(out));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    expect(entry).to.include({ organisatie: 'Gemeente Voorbeeldstad', status: 'In ontwikkeling' });
    expect(entry.leverancier).to.include(version).and.include('EUPL-1.2');
    expect(entry.technischeWerking).to.include('K4 waarschuwen').and.include('na 14 dagen');
    expect(entry.nogInTeVullen.verplicht).to.deep.equal(['publicatiecategorie']);
    expect(entry.nogInTeVullen.alles).to.include('begindatum').and.not.include('einddatum');
    expect(code).to.equal(0);
  });

  it('follows the settings of the municipality', async () => {
    const municipality = await aMunicipality({
      algoritmeregister: { publicatiecategorie: 'Overige algoritmes', begindatum: '2027-01' },
      regie: { vastgelopen: { onbeantwoordNaDagen: 21 } },
    });
    const { out } = await aCommand('algorithm-register', [], { KNOWLEDGE_DIR: municipality.folder });
    await municipality.remove();
    const entry = entrySchema.parse(JSON.parse(out));
    expect(entry.technischeWerking).to.include('na 21 dagen');
    expect(entry).to.include({ publicatiecategorie: 'Overige algoritmes', begindatum: '2027-01' });
    expect(entry.nogInTeVullen.verplicht).to.deep.equal([]);
  });

  it('refuses settings and options it can not read', async () => {
    const municipality = await aMunicipality({ algoritmeregister: { begindatum: '2027-13' } });
    const told = await aCommand('algorithm-register', [], { KNOWLEDGE_DIR: municipality.folder });
    await municipality.remove();
    expectRefusal(told, /algoritmeregister\.begindatum/);
    expectRefusal(await aCommand('algorithm-register', ['--xml']), /opties ken ik niet/);
  });
});
