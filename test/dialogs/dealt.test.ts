import { expect } from 'chai';
import { dealtByChoice, dealtWith } from '../../dialogs/dealt.ts';
import type { Match } from '../../knowledge/index.ts';

const parent = { kind: 'parent', address: 'web:1' } as const;
const worker = { kind: 'worker', id: 'w-1', name: 'Wil' } as const;

const declined: Match = {
  ranked: ['geen-antwoord', 'pgb'],
  answerId: null,
  alsoId: null,
  suggestions: [],
  crisis: false,
  level: null,
  decided: 'decline',
  because: [],
};
const answered: Match = { ...declined, ranked: ['pgb'], answerId: 'pgb', decided: 'answer' };

describe('how a question was dealt with', () => {
  it('is told of a question with or without an answer, with what came nearest', () => {
    expect(dealtWith(declined, 'een lift', parent)).to.deep.equal({
      kind: 'declined',
      question: 'een lift',
      nearest: 'pgb',
    });
    expect(dealtWith(answered, 'een pgb', parent)).to.deep.equal({
      kind: 'answered',
      answer: 'pgb',
      question: 'een pgb',
    });
  });

  it('is told of nobody but a parent, of no suggestion, and of no danger however slight', () => {
    expect(dealtWith(declined, 'een lift', worker)).to.equal(undefined);
    expect(dealtWith({ ...declined, decided: 'suggest' }, 'een lift', parent)).to.equal(undefined);
    expect(dealtWith({ ...declined, level: 'vraag' }, 'hij slaat', parent)).to.equal(undefined);
    expect(dealtWith({ ...answered, level: 'vraag' }, 'hij slaat', parent)).to.equal(undefined);
  });

  it('is told of a choice from what was offered, with the question that it was offered for', () => {
    const offered = [{ title: 'Pgb', to: { kind: 'answer', id: 'pgb', asked: 'een lift' } }] as const;
    expect(dealtByChoice(offered[0].to, offered, parent)).to.include({ answer: 'pgb', question: 'een lift' });
    expect(dealtByChoice({ kind: 'none', asked: 'een lift' }, offered, parent)).to.deep.equal({
      kind: 'none-of-these',
      question: 'een lift',
      nearest: 'pgb',
    });
    expect(dealtByChoice({ kind: 'none' }, offered, parent)).to.equal(undefined);
    expect(dealtByChoice({ kind: 'flow', id: 'leg-voor' }, offered, parent)).to.equal(undefined);
    expect(dealtByChoice({ kind: 'none', asked: 'x' }, offered, worker)).to.equal(undefined);
  });
});
