/** Two crisis detectors: one of a few frames that a test can read, and one of the national data. */
import { readFileSync } from 'node:fs';
import { createCrisisDetector } from '../../../../knowledge/match/crisis.ts';
import { tokenise } from '../../../../knowledge/match/tokens.ts';
import { crisisSchema } from '../../../../knowledge/schema.ts';

export const detect = createCrisisDetector(
  crisisSchema.parse({
    begrippen: { kind: ['kind', 'zoon', 'dochter'], mij: ['mij', 'me'] },
    uitdrukkingen: ['schrik me dood'],
    verlagend: ['meldcode', 'casus'],
    nu: ['op dit moment'],
    kaders: [
      {
        naam: 'wil-dood',
        intent: 'zelfmoordgedachten',
        niveau: 'crisis',
        delen: ['dood', 'wil'],
        binnen: 4,
        gewicht: 2,
      },
      {
        naam: 'kind-slaat',
        intent: 'kind-slaat-ouder',
        niveau: 'crisis',
        delen: ['@kind', '@mij', 'slaat'],
        volgorde: true,
      },
      {
        naam: 'ik-sla',
        intent: 'ouder-bang-zelf',
        niveau: 'crisis',
        delen: ['@mij', '@kind', 'slaat'],
        volgorde: true,
      },
      { naam: 'mes', intent: 'acuut-gevaar', niveau: 'acuut', delen: ['mes', 'dreigt'], niet: ['brood'] },
    ],
  }),
);
export const levelOf = (text: string) => detect(tokenise(text)).signals[0]?.level ?? null;

const nationalFile = new URL('../../../../knowledge/landelijk/crisis.json', import.meta.url);
export const national = createCrisisDetector(crisisSchema.parse(JSON.parse(readFileSync(nationalFile, 'utf8'))));
export const isCrisis = (text: string): boolean =>
  national(tokenise(text)).signals.some(({ level }) => level === 'acuut' || level === 'crisis');
