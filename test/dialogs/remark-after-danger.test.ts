/** "Hij slaapt nu", "oké dank je" right after the numbers: heard, with one line that keeps 112 in view, and never instead of danger. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Knowledge } from '../../knowledge/index.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const DANGER = 'mijn zoon dreigt zich van kant te maken';
const remarks = [
  'hij slaapt nu',
  'Hij slaapt nu gelukkig.',
  'ze is nu rustig',
  'we zijn nu bij de huisarts',
  'ja we zitten nu in de wachtkamer',
  'de politie is er nu',
  'ik heb 112 gebeld',
  'ik heb 113 gebeld',
] as const;
const newDangers = [
  'ik krijg hem niet wakker',
  'hij heeft een mes',
  'hij slaat me',
  'hij heeft pillen geslikt',
  'ik wil niet meer leven',
] as const;

describe('a remark right after the numbers', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const talk = () => aTalk({ as: parent, knowledge });
  const isUrgent = (replies: Awaited<ReturnType<ReturnType<typeof talk>['says']>>) =>
    replies.some((reply) => reply.kind === 'text' && reply.tone === 'urgent');
  const phonesIn = (text: string) => text.match(/<tel:\d+>/g);

  for (const said of [...remarks, 'oké dank je', 'dank u wel', 'bedankt voor de hulp', 'ja', 'goed'])
    it(`is answered shortly, with 112 once and ways to go on: "${said}"`, async () => {
      const replies = await talk().saysAll(DANGER, said);
      const text = heard(replies);
      expect(isUrgent(replies)).to.equal(false);
      expect(phonesIn(text)).to.deep.equal(['<tel:112>']);
      expect(text)
        .to.match(/gevaar.*Bel dan 112\./)
        .and.match(/\n\[/)
        .and.not.include(textOf('crisis.geen-hulpdienst'))
        .and.not.include(textOf('antwoord.weet-ik-niet'));
    });

  it('keeps the number in view for every one of them in a row, and then still knows danger', async () => {
    const one = talk();
    await one.says(DANGER);
    for (const said of ['hij slaapt nu', 'oké dank je', 'ja', 'we zijn nu bij de huisarts'])
      expect(phonesIn(heard(await one.says(said))), said).to.deep.equal(['<tel:112>']);
    expect(isUrgent(await one.says('hij heeft een mes'))).to.equal(true);
  });

  it('brings back the question that was open, without the whole card', async () => {
    const replies = await talk().saysAll('mijn vraag voorleggen', 'nee', DANGER, 'hij slaapt nu');
    expect(isUrgent(replies)).to.equal(false);
    expect(heard(replies)).to.include(textOf('crisis.na-gevaar')).and.include('[Ja]');
  });

  it('is looked at as always when no numbers were given right before', async () => {
    expect(isUrgent(await talk().says('hij slaapt nu'))).to.equal(true);
    expect(isUrgent(await talk().saysAll(DANGER, 'wat doet een regisseur?', 'hij slaapt nu'))).to.equal(true);
  });

  it('never hides danger that is told along with it, before it or after it', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...remarks, 'oké dank je', 'ja'),
      fc.constantFrom(...newDangers),
      fc.constantFrom(' en ', ', maar ', '. ', ' '),
      fc.boolean(),
      async (remark, danger, between, isAfter) => {
        const parts = isAfter ? [remark, danger] : [danger, remark];
        const replies = await talk().saysAll(DANGER, parts.join(between));
        const text = heard(replies);
        expect(isUrgent(replies), text).to.equal(true);
        expect(text).to.include(textOf('crisis.geen-hulpdienst')).and.include('<tel:112>');
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  for (const said of [
    'nee het gaat weer',
    'nee dank je',
    'ja graag',
    'ja ik wil verder praten',
    'goed, dank u',
    'nee hoor',
  ])
    it(`is not taken for danger without its small words: "${said}"`, async () => {
      expect(isUrgent(await talk().saysAll(DANGER, said))).to.equal(false);
    });

  it('with thanks in other words keeps 112 above the answer', async () => {
    const text = heard(await talk().saysAll(DANGER, 'super bedankt voor alles wat je doet'));
    expect(text).to.match(/^Is er toch weer gevaar\? Bel dan 112\.\nBel 112 <tel:112>/);
  });

  it('with thanks hides no danger either where nothing was said before', async () => {
    for (const said of ['hij heeft een mes en oké dank je', 'dank je wel, hij heeft een mes'])
      expect(isUrgent(await talk().says(said)), said).to.equal(true);
    expect(isUrgent(await talk().says('dank je wel voor de uitleg'))).to.equal(false);
  });

  it('is danger when a frame of the knowledge says so, whatever an editor put among the remarks', async () => {
    const matches = { 'hij slaapt nu': { crisis: true, level: 'acuut' } } as const;
    const one = aTalk({ as: parent, knowledge: aKnowledge({ matches }) });
    expect(isUrgent(await one.saysAll('ik wil niet meer leven', 'hij slaapt nu'))).to.equal(true);
  });

  it('is no question', async () => {
    expect(heard(await talk().saysAll(DANGER, 'is hij veilig?'))).to.not.include(textOf('crisis.na-gevaar'));
  });

  it('that is not understood keeps every number in view, and somebody to call', async () => {
    const text = heard(await talk().saysAll(DANGER, 'hij is bij oma'));
    expect(text).to.include(textOf('crisis.niet-begrepen')).and.include('[Ik wil een mens spreken]');
    expect(phonesIn(text)).to.include.members(['<tel:112>', '<tel:08000113>', '<tel:08002000>', '<tel:0123456789>']);
  });
});
