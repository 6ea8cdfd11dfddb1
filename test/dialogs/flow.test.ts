import { expect } from 'chai';
import { type FlowWords, startOf, step } from '../../dialogs/flow.ts';
import { flowSchema } from '../../knowledge/schema.ts';

const words: FlowWords = {
  dontKnow: { title: 'Weet ik niet', heard: ['weet ik niet', 'geen idee'] },
  skip: { title: 'Overslaan', heard: ['overslaan'] },
};

const flow = flowSchema.parse({
  id: 'proef',
  titel: 'Proef',
  doelgroep: ['ouder'],
  eigenaar: 'redactie',
  gecontroleerdOp: '2026-11-22',
  start: 'eerste',
  stappen: {
    eerste: {
      soort: 'vraag',
      tekst: 'Eerste?',
      keuzes: [
        { tekst: 'Ja, één keer', naar: 'tweede', waarde: 'een' },
        { tekst: 'Ja, vaker', naar: 'tweede' },
        { tekst: '8-11 jaar', naar: 'einde' },
        { tekst: 'Nee', naar: 'einde' },
      ],
      weetNiet: 'einde',
      overslaan: null,
      bewaarAls: 'vaak',
    },
    tweede: {
      soort: 'invoer',
      tekst: 'Vertel.',
      bewaarAls: 'woorden',
      maxTekens: 20,
      naar: 'doen',
      overslaan: 'einde',
    },
    doen: { soort: 'actie', actie: 'iets', uitkomsten: { goed: 'einde' } },
    einde: { soort: 'uitkomst', titel: 'Klaar', tekst: ['Klaar.'], vervolg: [] },
  },
});

const at = (name: string, part = {}) => ({ ...startOf(flow), step: name, ...part });
const say = (name: string, text: string) => step(flow, at(name), { kind: 'said', text, words });

describe('the flow engine', () => {
  const leads: readonly (readonly [string, string])[] = [
    ['1', 'tweede'],
    ['ja een keer', 'tweede'],
    ['JA, VAKER', 'tweede'],
    ['nee', 'einde'],
    ['nee hoor', 'einde'],
    ['8', 'einde'],
    ['5', 'einde'],
    ['geen idee', 'einde'],
  ];
  for (const [text, target] of leads) {
    it(`takes "${text}" as the choice that leads to ${target}`, () => {
      const result = say('eerste', text);
      expect(result).to.have.property('position').that.includes({ step: target });
    });
  }

  it('keeps the value of a choice, or its words when it has no value', () => {
    expect(say('eerste', '1')).to.have.nested.property('position.answers.vaak', 'een');
    expect(say('eerste', 'ja vaker')).to.have.nested.property('position.answers.vaak', 'Ja, vaker');
  });

  it('does not guess between two choices that both fit', () => {
    expect(say('eerste', 'ja')).to.deep.equal({ kind: 'refused', because: 'no-choice' });
  });

  it('does not take a whole sentence that starts with a choice for that choice', () => {
    expect(say('eerste', 'nee maar ik ben wel bang')).to.deep.equal({ kind: 'refused', because: 'no-choice' });
  });

  it('says that a question can not be skipped', () => {
    expect(say('eerste', 'overslaan')).to.deep.equal({ kind: 'refused', because: 'cannot-skip' });
  });

  it('keeps own words exactly as they were typed', () => {
    expect(say('tweede', '  Ik **wil** {{x}} \n')).to.have.nested.property(
      'position.answers.woorden',
      '  Ik **wil** {{x}} \n',
    );
  });

  it('refuses own words that are too long or empty', () => {
    expect(say('tweede', 'a'.repeat(21))).to.deep.equal({ kind: 'too-long', length: 21, maximum: 20 });
    expect(say('tweede', '  ')).to.deep.equal({ kind: 'refused', because: 'empty' });
  });

  it('skips own words where that is allowed', () => {
    expect(say('tweede', 'overslaan')).to.include({ kind: 'ends' });
  });

  it('goes back to the question before and forgets what was answered there', () => {
    const asked = say('eerste', '1');
    if (asked.kind !== 'asks') throw new Error('expected a question');
    const back = step(flow, asked.position, { kind: 'back' });
    expect(back).to.have.property('position').that.deep.equals(startOf(flow));
  });

  it('does not go back before the start', () => {
    expect(step(flow, startOf(flow), { kind: 'back' })).to.deep.equal({ kind: 'refused', because: 'no-way-back' });
  });

  it('does not go back over something that happened', () => {
    const position = at('doen', { path: [{ step: 'tweede', answer: null }] });
    const done = step(flow, position, { kind: 'done', outcome: 'goed', gathered: { nummer: 'L-1' } });
    expect(done)
      .to.have.property('position')
      .that.deep.includes({ path: [], answers: { nummer: 'L-1' } });
  });

  it('names the flow and the step when an outcome leads nowhere', () => {
    expect(() => step(flow, at('doen'), { kind: 'done', outcome: 'slecht', gathered: {} })).to.throw(
      /proef.*doen.*slecht/,
    );
  });
});
