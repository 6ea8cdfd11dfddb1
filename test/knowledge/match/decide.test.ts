import { expect } from 'chai';
import { decide, type Found } from '../../../knowledge/match/decide.ts';

const aFinding = (changes: Partial<Found> = {}): Found => ({
  crisis: [],
  rules: [],
  alike: [],
  near: [],
  bonus: () => 0,
  fixedId: (intent) => (intent === 'wachttijd-ggz' ? 'wachtlijst' : intent),
  isCrisis: (intent) => intent === 'acuut-gevaar',
  ...changes,
});
const rule = (intent: string, score: number) => ({ intent, score, rule: 'woord' });

describe('deciding on an answer', () => {
  it('answers when one rule is clearly the strongest', () => {
    const match = decide(aFinding({ rules: [rule('pgb', 1.3), rule('wachtlijst', 0.6)] }));
    expect(match).to.deep.include({
      decided: 'answer',
      answerId: 'pgb',
      ranked: ['pgb', 'wachtlijst'],
      suggestions: [],
    });
  });

  it('suggests when two lie too close together', () => {
    const match = decide(aFinding({ rules: [rule('pgb', 1.3), rule('wachtlijst', 1.25)] }));
    expect(match).to.deep.include({ decided: 'suggest', answerId: null, suggestions: ['pgb', 'wachtlijst'] });
  });

  it('never answers on likeness alone', () => {
    const match = decide(aFinding({ alike: [{ intent: 'pgb', score: 0.95 }] }));
    expect(match).to.deep.include({ decided: 'suggest', answerId: null, ranked: ['pgb'] });
  });

  it('offers at most three', () => {
    const rules = ['a', 'b', 'c', 'd'].map((intent) => rule(intent, 0.8));
    expect(decide(aFinding({ rules })).suggestions).to.have.length(3);
  });

  it('declines with geen-antwoord first when nothing is alike enough', () => {
    const match = decide(aFinding({ alike: [{ intent: 'pgb', score: 0.1 }] }));
    expect(match).to.deep.include({ decided: 'decline', ranked: ['geen-antwoord'], answerId: null });
  });

  it('declines when the question is about something else', () => {
    const match = decide(aFinding({ rules: [rule('geen-antwoord', 1.6), rule('pgb', 1)] }));
    expect(match).to.deep.include({ decided: 'decline', ranked: ['geen-antwoord', 'pgb'], suggestions: [] });
  });

  it('reports an extra topic under its fixed id, once, and answers with the extra topic', () => {
    const match = decide(aFinding({ rules: [rule('wachttijd-ggz', 1.5), rule('wachtlijst', 1.45)] }));
    expect(match).to.deep.include({ decided: 'answer', answerId: 'wachttijd-ggz', ranked: ['wachtlijst'] });
  });

  it('puts a crisis before any rule', () => {
    const crisis = [{ intent: 'acuut-gevaar', level: 'crisis' as const, weight: 1, because: 'kader' }];
    const match = decide(aFinding({ crisis, rules: [rule('pgb', 9)] }));
    expect(match).to.deep.include({
      decided: 'answer',
      answerId: 'acuut-gevaar',
      crisis: true,
      level: 'crisis',
      ranked: ['acuut-gevaar', 'pgb'],
    });
  });

  it('treats a crisis signal at level "vraag" as one rule among others', () => {
    const crisis = [{ intent: 'acuut-gevaar', level: 'vraag' as const, weight: 1, because: 'kader' }];
    const match = decide(aFinding({ crisis, rules: [rule('meldcode', 1.5)] }));
    expect(match).to.deep.include({ answerId: 'meldcode', crisis: false, level: 'vraag' });
  });

  it('takes a text that is only like crisis examples as a crisis, and not when a rule says otherwise', () => {
    const alike = [
      { intent: 'acuut-gevaar', score: 0.4 },
      { intent: 'pgb', score: 0.2 },
    ];
    expect(decide(aFinding({ alike })).crisis).to.equal(true);
    expect(decide(aFinding({ alike, rules: [rule('pgb', 1)] })).crisis).to.equal(false);
  });

  it('gives its reasons', () => {
    expect(decide(aFinding({ rules: [rule('pgb', 1.3)] })).because).to.deep.equal([
      'pgb: regel woord; lijkt 0% op de voorbeelden',
    ]);
  });
});
