import { expect } from 'chai';
import { type Explanation, explanationLines } from '../../knowledge/index.ts';

const explained: Explanation = {
  words: [
    { typed: 'regiseur', readAs: 'regisseur' },
    { typed: 'wil', readAs: 'wil' },
  ],
  concepts: ['@wil', '@regisseur'],
  crisis: [],
  candidates: [
    {
      intent: 'regisseur-aanvragen',
      title: 'Een regisseur aanvragen',
      certainty: 0.934,
      words: [
        { word: 'regisseur', weight: 3.21 },
        { word: 'wil', weight: 1 },
      ],
      rule: '@wil + @regisseur',
      likeExample: 'ik wil een regisseur',
    },
    {
      intent: 'wat-doet-regisseur',
      title: 'Wat doet een regisseur?',
      certainty: 0,
      words: [],
      rule: null,
      likeExample: null,
    },
  ],
  decided: 'answer',
  because: ['er is een regel'],
};

describe('an explanation in words', () => {
  it('says what was decided, read, recognised and almost recognised, and why', () => {
    expect(explanationLines(explained)).to.deep.equal([
      'Besluit: de chat geeft een antwoord.',
      'Gevaar: geen signaal gevonden.',
      'Verbeterd: regiseur → regisseur.',
      'Begrippen: @wil; @regisseur.',
      'Herkend: Een regisseur aanvragen [regisseur-aanvragen], zekerheid 93 %',
      '  door de woorden: regisseur (3,2), wil (1,0)',
      '  door de regel: @wil + @regisseur',
      '  lijkt op het voorbeeld: "ik wil een regisseur"',
      'Bijna: Wat doet een regisseur? [wat-doet-regisseur]',
      'Redenen:',
      '  - er is een regel',
    ]);
  });

  it('names the signals of danger, and what came nearest when there is no answer', () => {
    const lines = explanationLines({
      ...explained,
      crisis: ['partner-geweld, crisis'],
      decided: 'decline',
      because: [],
    });
    expect(lines).to.include('Gevaar: partner-geweld, crisis.');
    expect(lines).to.include('Besluit: de chat zegt eerlijk dat er geen antwoord is.');
    expect(lines.join('\n')).to.include('Bijna: Een regisseur aanvragen').and.not.include('Herkend');
  });

  it('tells no certainty of what was not recognised, and nothing at all of what nothing speaks for', () => {
    const [near, far] = explained.candidates;
    const lines = (candidates: Explanation['candidates']) =>
      explanationLines({ ...explained, candidates, decided: 'decline' }).join('\n');
    expect(lines(explained.candidates))
      .to.not.include('zekerheid')
      .and.not.include(far?.title ?? '');
    expect(lines(near === undefined ? [] : [near])).to.include('niet dichtbij genoeg');
    expect(lines(far === undefined ? [] : [{ ...far, certainty: 0.44 }]))
      .to.include('Geen enkel voorbeeld lijkt erop')
      .and.not.include('44');
  });

  it('says that nothing was recognised when there are no candidates', () => {
    expect(explanationLines({ ...explained, candidates: [] })).to.include('Herkend: niets.');
  });
});
