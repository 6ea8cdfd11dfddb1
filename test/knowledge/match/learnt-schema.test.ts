import { expect } from 'chai';
import { learn } from '../../../knowledge/match/learn.ts';
import { keptSchema } from '../../../knowledge/match/learnt-schema.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

const examples = [
  { intent: 'wachtlijst', words: tokenise('hoe lang is de wachtlijst').words },
  { intent: 'pgb', words: tokenise('wie beheert het budget').words },
];
const learnt = learn(examples, {
  stopWords: new Set(['de', 'het']),
  isWritten: () => true,
  outside: 'geen-antwoord',
  isDanger: () => false,
  read: (words) => ({ words, concepts: [] }),
});
const kept = { vocabulary: new Map([['wachtlijst', 1]]), usual: new Map<string, string>(), learnt };
const isTaken = (changed: object): boolean =>
  keptSchema.safeParse({ ...kept, learnt: { ...learnt, ...changed } }).success;

describe('what was learnt and kept', () => {
  it('is taken as it was made, with values in steps of sixteen bits', () => {
    expect(isTaken({})).to.equal(true);
  });

  it('is not taken with values as an earlier version kept them, with or without a step', () => {
    const { begins, rows, values, step } = learnt.near;
    const asFloats = Float32Array.from(values, (value) => value * step);
    expect(isTaken({ near: { begins, rows, values: asFloats } })).to.equal(false);
    expect(isTaken({ near: { begins, rows, values: asFloats, step } })).to.equal(false);
    expect(isTaken({ near: { begins, rows, values } })).to.equal(false);
  });
});
