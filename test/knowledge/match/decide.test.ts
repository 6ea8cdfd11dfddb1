import { expect } from 'chai';
import type { Candidate } from '../../../knowledge/match/candidates.ts';
import { decide, type Found } from '../../../knowledge/match/decide.ts';

const found = (candidates: readonly Candidate[], changes: Partial<Found> = {}) =>
  decide({
    crisis: [],
    danger: -5,
    meaningful: 5,
    candidates,
    outside: -5,
    fixedId: (intent) => (intent === 'wachttijd-ggz' ? 'wachtlijst' : intent),
    isCrisis: (intent) => intent === 'acuut-gevaar',
    saysTheSame: () => false,
    ...changes,
  });
const candidate = (intent: string, score: number, changes: Partial<Candidate> = {}): Candidate => ({
  intent,
  score,
  likeness: 0.5,
  example: 0,
  rule: undefined,
  ...changes,
});
const signal = (level: 'acuut' | 'crisis' | 'vraag') => [
  { frame: 'kader', intent: 'acuut-gevaar', level, weight: 1, places: [0], because: `kader ${level}` },
];

describe('deciding on an answer', () => {
  it('answers when one candidate is clearly the strongest', () => {
    expect(found([candidate('pgb', 9), candidate('wachtlijst', 3)])).to.deep.include({
      decided: 'answer',
      answerId: 'pgb',
      ranked: ['pgb', 'wachtlijst'],
      suggestions: [],
    });
  });

  it('suggests when two lie too close together', () => {
    const match = found([candidate('pgb', 9), candidate('wachtlijst', 8.95)]);
    expect(match).to.deep.include({ decided: 'suggest', answerId: null, suggestions: ['pgb', 'wachtlijst'] });
  });

  it('says that it has no answer when it only guesses what may be meant', () => {
    const match = found([candidate('pgb', 3.5), candidate('wachtlijst', 3)]);
    expect(match).to.deep.include({ decided: 'suggest', suggestions: ['pgb', 'wachtlijst'] });
    expect(match.ranked).to.deep.equal(['geen-antwoord', 'pgb', 'wachtlijst']);
  });

  it('never answers on pieces of words alone, only when whole words or a rule say so', () => {
    const match = found([candidate('pgb', 9, { likeness: 0 })]);
    expect(match).to.deep.include({ decided: 'suggest', answerId: null, ranked: ['pgb'] });
    const rule = { intent: 'pgb', score: 1, rule: 'pgb' };
    expect(found([candidate('pgb', 9, { likeness: 0, rule })]).decided).to.equal('answer');
  });

  it('offers at most three', () => {
    const match = found(['a', 'b', 'c', 'd'].map((intent) => candidate(intent, 9)));
    expect(match.suggestions).to.have.length(3);
  });

  it('declines with geen-antwoord first when nothing is near enough', () => {
    const match = found([candidate('pgb', 0.5)]);
    expect(match).to.deep.include({ decided: 'decline', ranked: ['geen-antwoord', 'pgb'], answerId: null });
  });

  it('declines when the words are those of another subject, and a little later when a rule holds', () => {
    expect(found([candidate('pgb', 9)], { outside: 9 })).to.deep.include({ decided: 'decline', answerId: null });
    const rule = { intent: 'pgb', score: 1, rule: 'pgb' };
    expect(found([candidate('pgb', 9, { rule })], { outside: 0.5 }).decided).to.equal('answer');
    expect(found([candidate('pgb', 9)], { outside: 0.5 }).decided).to.equal('decline');
    expect(found([candidate('pgb', 9, { rule })], { outside: 9 }).decided).to.equal('decline');
  });

  it('declines when the best candidate is the one for other subjects', () => {
    const match = found([candidate('geen-antwoord', 9), candidate('pgb', 8)]);
    expect(match).to.deep.include({ decided: 'decline', ranked: ['geen-antwoord', 'pgb'], suggestions: [] });
  });

  it('reports an extra topic under its fixed id, once, and answers with the extra topic', () => {
    const match = found([candidate('wachttijd-ggz', 9), candidate('wachtlijst', 8.95)]);
    expect(match).to.deep.include({ decided: 'answer', answerId: 'wachttijd-ggz', ranked: ['wachtlijst'] });
  });

  it('puts a crisis before everything', () => {
    expect(found([candidate('pgb', 20)], { crisis: signal('crisis') })).to.deep.include({
      decided: 'answer',
      answerId: 'acuut-gevaar',
      crisis: true,
      level: 'crisis',
      ranked: ['acuut-gevaar', 'pgb'],
    });
  });

  it('lets a crisis signal at level "vraag" change nothing but the level', () => {
    const match = found([candidate('meldcode', 9)], { crisis: signal('vraag') });
    expect(match).to.deep.include({ answerId: 'meldcode', crisis: false, level: 'vraag' });
  });

  it('takes words that are like those of somebody in danger as a crisis, although no frame fits', () => {
    const alike = candidate('acuut-gevaar', 3);
    expect(found([candidate('pgb', 4), alike], { danger: 0 })).to.deep.include({ crisis: true, level: 'crisis' });
    expect(found([alike], { danger: 0, outside: 9 })).to.deep.include({ crisis: true, ranked: ['acuut-gevaar'] });
    expect(found([candidate('pgb', 4), alike], { danger: -0.1 }).crisis).to.equal(false);
  });

  it('needs two words that mean something for that, unless they are those of an example', () => {
    const alike = candidate('acuut-gevaar', 3);
    expect(found([alike], { danger: 1, meaningful: 1 }).crisis).to.equal(false);
    expect(found([{ ...alike, likeness: 1 }], { danger: 1, meaningful: 1 }).crisis).to.equal(true);
  });

  it('raises none by likeness when an editor wrote these very words down for another answer, and not for danger', () => {
    const candidates = [candidate('acuut-gevaar', 4), candidate('pgb', 3)];
    const says = (...ids: readonly string[]) => ({
      danger: 1,
      saysTheSame: ({ intent }: Candidate) => ids.includes(intent),
    });
    expect(found(candidates, says('pgb')).crisis).to.equal(false);
    expect(found(candidates, says('pgb', 'acuut-gevaar')).crisis).to.equal(true);
    expect(found(candidates, says()).crisis).to.equal(true);
  });

  it('raises what a frame takes for a question about danger where the words are those of danger', () => {
    const alike = candidate('acuut-gevaar', 8);
    const asked = { crisis: signal('vraag') };
    expect(found([alike], { ...asked, danger: -1 })).to.deep.include({ crisis: false, level: 'vraag' });
    expect(found([alike], { ...asked, danger: 2 })).to.deep.include({ crisis: true, level: 'crisis' });
  });

  it('gives its reasons', () => {
    const rule = { intent: 'pgb', score: 1, rule: 'pgb / budget' };
    expect(found([candidate('pgb', 9, { rule })]).because).to.deep.equal([
      'pgb: regel pgb / budget; lijkt 50% op een voorbeeld',
    ]);
  });
});
