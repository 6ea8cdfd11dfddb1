import { expect } from 'chai';
import { unansweredList } from '../../bot/unanswered-list.ts';
import type { UnansweredLine } from '../../bot/unanswered.ts';
import { cpuMsOf } from '../support/cpu-time.ts';

const line = (text: string | null, part: Partial<UnansweredLine> = {}): UnansweredLine => ({
  at: '2026-11-22',
  why: 'declined',
  text,
  answer: null,
  reason: null,
  ...part,
});

describe('the work list', () => {
  it('counts questions that are alike as one, the most asked first, with first and last day', () => {
    const { questions } = unansweredList([
      line('wat kost een traplift', { at: '2026-11-01' }),
      line('kan ik logopedie krijgen voor mijn dochter', { at: '2026-11-02', answer: 'hulp-aanvragen' }),
      line('Kan ik logopedie krijgen voor mijn zoon?', {
        at: '2026-11-09',
        why: 'none-of-these',
        answer: 'hulp-aanvragen',
      }),
      line('kan ik logopedie krijgen voor mn dochter', { at: '2026-11-05', why: 'unhelpful', answer: 'pgb' }),
    ]);
    expect(questions.map(({ count }) => count)).to.deep.equal([3, 1]);
    expect(questions[0]).to.deep.include({
      text: 'kan ik logopedie krijgen voor mijn dochter',
      why: { declined: 1, 'none-of-these': 1, unhelpful: 1 },
      nearest: 'hulp-aanvragen',
      oldest: '2026-11-02',
      newest: '2026-11-09',
    });
    expect(questions[0]?.also).to.have.length(2);
  });

  it('counts what was said of each answer, the worst first', () => {
    const about = (answer: string, why: UnansweredLine['why'], part: Partial<UnansweredLine> = {}) =>
      line(null, { why, answer, ...part });
    const { answers, questions } = unansweredList([
      about('pgb', 'helpful'),
      about('wachtlijst', 'unhelpful'),
      about('wachtlijst', 'unhelpful'),
      about('wachtlijst', 'reason', { reason: 'klopt-niet' }),
    ]);
    expect(questions).to.deep.equal([]);
    expect(answers).to.deep.equal([
      { answer: 'wachtlijst', helpful: 0, unhelpful: 2, reasons: { 'klopt-niet': 1 } },
      { answer: 'pgb', helpful: 1, unhelpful: 0, reasons: {} },
    ]);
  });

  it('puts five thousand different questions together within two seconds', () => {
    const words = ['school', 'geld', 'wonen', 'slapen', 'fiets', 'dokter', 'buurt', 'sport', 'muziek', 'eten'];
    const lines = Array.from({ length: 5000 }, (_, at) =>
      line(`hoe zit het met ${words[at % 10] ?? ''} en ${words[Math.floor(at / 10) % 10] ?? ''} ${at.toString(26)}`),
    );
    expect(cpuMsOf(() => unansweredList(lines))).to.be.below(2000);
  });
});
