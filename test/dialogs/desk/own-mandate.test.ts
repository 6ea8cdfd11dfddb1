import { expect } from 'chai';
import { aKnowledge, readySettings, textOf } from '../../support/a-knowledge.ts';
import { aTalk, heard, officer, parent } from '../../support/scripted-cases.ts';

const { gereedheid } = readySettings;
const { aanspreekpunt } = gereedheid;
const set = (part: Partial<typeof aanspreekpunt>) =>
  aKnowledge({
    settings: { ...readySettings, gereedheid: { ...gereedheid, aanspreekpunt: { ...aanspreekpunt, ...part } } },
  });
const told = async (text: string, knowledge = aKnowledge()) =>
  heard(await aTalk({ as: officer, knowledge }).says(text));

describe('what an officer asks about the own work', () => {
  for (const [text, key] of [
    ['rapport', 'aanspreekpunt.rapport'],
    ['lessen', 'aanspreekpunt.lessen'],
    ['Opdracht geven aan een instelling', 'aanspreekpunt.opdracht'],
    ['wat mag ik opdragen?', 'aanspreekpunt.opdracht'],
  ] as const)
    it(`is answered for officers: ${text}`, async () => {
      expect(await told(text)).to.include(textOf(key));
      expect(heard(await aTalk({ as: parent }).says(text))).to.not.include(textOf(key));
    });

  it('names the deputy who is set, or says that nobody is', async () => {
    expect(await told('wie is mijn vervanger', set({ vervanger: 'Els Vervanger' }))).to.include('Els Vervanger');
    expect(await told('wie is mijn vervanger', set({ vervanger: null }))).to.equal(
      textOf('aanspreekpunt.vervanger.niemand'),
    );
  });

  it('says to whom orders may be given as it is set', async () => {
    const besluit = 'Mandaat 2026';
    const filled = (key: string) => textOf(key).replace('{{besluit}}', besluit);
    for (const [magOpdrachtGevenAan, key] of [
      [['gemeente', 'organisaties'], 'aanspreekpunt.opdracht.aan-beide'],
      [['gemeente'], 'aanspreekpunt.opdracht.aan-gemeente'],
      [['organisaties'], 'aanspreekpunt.opdracht.aan-organisaties'],
      [[], 'aanspreekpunt.opdracht.aan-niemand'],
    ] as const)
      expect(
        await told('wat mag ik opdragen', set({ magOpdrachtGevenAan: [...magOpdrachtGevenAan], besluit })),
        key,
      ).to.include(filled(key));
    expect(await told('wat mag ik opdragen', set({ besluit: null }))).to.include(
      textOf('aanspreekpunt.opdracht.aan-niemand'),
    );
  });
});
