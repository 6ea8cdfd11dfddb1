import { expect } from 'chai';
import type { UnansweredLine } from '../../bot/unanswered.ts';
import { makeWorkList } from '../../bot/work-list.ts';

function aWorkList() {
  const noted: Omit<UnansweredLine, 'at'>[] = [];
  const list = makeWorkList({
    unanswered: { note: (entry) => noted.push(entry), forgetOld: () => undefined, settled: () => Promise.resolve() },
    crisisLevel: (text) => (text.includes('slaat') ? 'vraag' : null),
    knows: () => true,
  });
  return { list, noted };
}
const no = { answer: 'pgb', helped: false, reason: null } as const;

describe('what of a conversation goes to the work list', () => {
  it('is a question without an answer, and one for which none of the offered was meant', () => {
    const { list, noted } = aWorkList();
    list.dealt('c1', { kind: 'declined', question: 'wat kost een traplift', nearest: 'pgb' });
    list.dealt('c1', { kind: 'none-of-these', question: 'en een lift', nearest: null });
    expect(noted).to.deep.equal([
      { why: 'declined', text: 'wat kost een traplift', answer: 'pgb', reason: null },
      { why: 'none-of-these', text: 'en een lift', answer: null, reason: null },
    ]);
  });

  it('is never a text with a signal of danger, nor one that holds only names and numbers', () => {
    const { list, noted } = aWorkList();
    list.dealt('c1', { kind: 'declined', question: 'hij slaat op hol', nearest: null });
    list.dealt('c1', { kind: 'declined', question: '06 12345678', nearest: null });
    expect(noted).to.deep.equal([]);
  });

  it('is an answer that did not help, with what was asked, once a conversation; and its reason', () => {
    const { list, noted } = aWorkList();
    list.dealt('c1', { kind: 'answered', answer: 'pgb', question: 'kan oma betaald worden' });
    list.feedback('c1', no);
    list.feedback('c1', no);
    list.feedback('c1', { ...no, reason: 'te-weinig' });
    list.feedback('c1', { ...no, reason: 'klopt-niet' });
    expect(noted).to.deep.equal([
      { why: 'unhelpful', text: 'kan oma betaald worden', answer: 'pgb', reason: null },
      { why: 'reason', text: null, answer: 'pgb', reason: 'te-weinig' },
    ]);
  });

  it('is that an answer helped, without the words', () => {
    const { list, noted } = aWorkList();
    list.dealt('c1', { kind: 'answered', answer: 'pgb', question: 'kan oma betaald worden' });
    list.feedback('c1', { ...no, helped: true });
    expect(noted).to.deep.equal([{ why: 'helpful', text: null, answer: 'pgb', reason: null }]);
  });

  it('is nothing of an answer that this conversation was not given, or of one that is over', () => {
    const { list, noted } = aWorkList();
    list.feedback('c1', no);
    list.dealt('c1', { kind: 'answered', answer: 'pgb', question: null });
    list.feedback('c2', no);
    list.forget('c1');
    list.feedback('c1', no);
    expect(noted).to.deep.equal([]);
  });
});
