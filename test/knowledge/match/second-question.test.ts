import { expect } from 'chai';
import type { Match } from '../../../knowledge/index.ts';
import { withSecondQuestion } from '../../../knowledge/match/second-question.ts';

const answer = (id: string, changes: Partial<Match> = {}): Match => ({
  ranked: [id],
  answerId: id,
  alsoId: null,
  suggestions: [],
  crisis: false,
  level: null,
  decided: 'answer',
  because: [],
  ...changes,
});
const find = (part: string): Match =>
  part.includes('pgb') ? answer('pgb') : part.includes('klacht') ? answer('klacht-gemeente') : answer('wachtlijst');

describe('two questions in one message', () => {
  it('are answered in their order: the first at once, the second offered', () => {
    const text = 'Hoe lang is de wachtlijst nog? En kan ik een pgb krijgen?';
    expect(withSecondQuestion(answer('pgb'), text, find)).to.deep.include({
      answerId: 'wachtlijst',
      alsoId: 'pgb',
      ranked: ['wachtlijst', 'pgb'],
    });
  });

  const one = [
    'Hoe lang is de wachtlijst nog? En nu?',
    'Ik vraag mij af of het pgb kan. Hoe vraag ik een pgb aan?',
    'Wat is een pgb nou precies? En hoe werkt zo een pgb?',
    'wachtlijst pgb klacht',
  ];
  for (const text of one) {
    it(`is one question: "${text}"`, () => {
      expect(withSecondQuestion(answer('pgb'), text, find).alsoId).to.equal(null);
    });
  }

  it('hears danger in one of the questions, whatever the others are about', () => {
    const text = 'Hoe dien ik een klacht in bij hen? Wat als de begeleider mijn zoon slaat?';
    const inDanger = answer('kindermishandeling', { crisis: true, level: 'crisis' });
    const findDanger = (part: string) => (part.includes('slaat') ? inDanger : find(part));
    expect(withSecondQuestion(answer('klacht-gemeente'), text, findDanger)).to.equal(inDanger);
  });

  it('never splits danger', () => {
    const danger = answer('acuut-gevaar', { crisis: true, level: 'acuut' });
    expect(withSecondQuestion(danger, 'Wat doe ik als hij slaat? Hoe vraag ik een pgb aan?', find)).to.equal(danger);
  });
});
