/** A parent in the middle of filing: the question is begun, and the own words are asked. */
import { expect } from 'chai';
import type { Cases } from '../../../cases/index.ts';
import { anEscalation } from '../../support/a-family-case.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';

export const filedBy = { kind: 'parent', id: null, name: null } as const;
const filed: Cases['file'] = (_, { ownWords }) =>
  Promise.resolve({
    kind: 'filed',
    escalation: anEscalation({
      filedBy,
      ownWords: { text: ownWords, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' },
    }),
    followCode: 'K7QP-3M2X',
  });

/** In the flow, where own words are asked. */
export async function writing(script = {}) {
  const talk = aTalk({ as: parent, script: { file: filed, ...script } });
  const asked = await talk.saysAll('vraag voorleggen', 'nee', 'ja', 'het zit vast');
  expect(heard(asked)).to.match(/Wat is er aan de hand/);
  return talk;
}
