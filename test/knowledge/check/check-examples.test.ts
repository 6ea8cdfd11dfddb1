import { expect } from 'chai';
import { checkExamples, type ExampleInput } from '../../../knowledge/check/check-examples.ts';
import type { Report } from '../../../knowledge/check/reporter.ts';
import type { Match } from '../../../knowledge/index.ts';
import { anAnswer, declined } from '../../support/a-knowledge.ts';

function input(voorbeelden: readonly string[], part: Partial<ExampleInput['settings']['redactie']> = {}): ExampleInput {
  const intents = [
    { id: 'wachtlijst', herken: [], voorbeelden: [...voorbeelden], tegenvoorbeelden: ['wachtwoord vergeten'] },
    { id: 'gevaar', herken: [], voorbeelden: ['hij slaat mij'], tegenvoorbeelden: [] },
  ];
  const answers = [anAnswer({ id: 'wachtlijst' }), anAnswer({ id: 'gevaar', soort: 'crisis', risico: 'crisis' })];
  return {
    intents: new Map(intents.map((intent) => [intent.id, intent])),
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    origins: new Map(),
    nationalName: 'landelijk',
    settings: { redactie: { voorbeeldenGemistOp100: 5, ...part } },
  };
}

const danger: Partial<Match> = {
  ranked: ['gevaar'],
  answerId: 'gevaar',
  crisis: true,
  level: 'crisis',
  decided: 'answer',
};

function checked(given: ExampleInput, matches: Readonly<Record<string, Partial<Match>>>) {
  const report: Report = { faults: [], warnings: [] };
  const match = (text: string): Match => ({ ...declined, ...{ 'hij slaat mij': danger, ...matches }[text] });
  const counts = checkExamples(given, { match }, report);
  const told = (list: Report['faults']) => list.map(({ place, problem }) => `${place}: ${problem}`);
  return { counts, faults: told(report.faults), warnings: told(report.warnings) };
}

describe('the examples of a subject', () => {
  const answered: Partial<Match> = { ranked: ['wachtlijst'], answerId: 'wachtlijst', decided: 'answer' };

  it('are right when their answer is given, comes first, or is offered', () => {
    const matches = {
      a: answered,
      b: { ranked: ['wachtlijst'], decided: 'suggest' },
      c: { ranked: ['iets-anders'], suggestions: ['iets-anders', 'wachtlijst'], decided: 'suggest' },
    } as const;
    expect(checked(input(['a', 'b', 'c']), matches)).to.deep.equal({
      counts: { examples: 4, missed: 0 },
      faults: [],
      warnings: [],
    });
  });

  it('are told when they lead elsewhere, with what they gave', () => {
    const { warnings } = checked(input(['a', 'b']), { a: { ranked: ['pgb'], decided: 'answer', answerId: 'pgb' } });
    expect(warnings).to.deep.equal([
      'voorbeelden[0]: "a" geeft pgb, niet wachtlijst',
      'voorbeelden[1]: "b" geeft geen antwoord, niet wachtlijst',
    ]);
  });

  it('are a fault only above the set share', () => {
    expect(
      checked(input(['a', 'b', 'c'], { voorbeeldenGemistOp100: 50 }), { a: answered, b: answered }).faults,
    ).to.deep.equal([]);
    expect(checked(input(['a', 'b', 'c']), { a: answered, b: answered }).faults).to.deep.equal([
      'voorbeelden: 1 van 4 voorbeelden geven een ander antwoord; hooguit 5 van de 100 mag',
    ]);
  });

  it('of danger are a fault as soon as more than 2 of 100 go by unseen, whatever the setting', () => {
    const { faults, warnings } = checked(input([], { voorbeeldenGemistOp100: 100 }), { 'hij slaat mij': declined });
    expect(warnings).to.deep.equal(['voorbeelden[0]: "hij slaat mij" wordt niet als gevaar herkend']);
    expect(faults).to.deep.equal([
      'voorbeelden: 1 van 1 voorbeelden van gevaar worden niet als gevaar herkend; hooguit 2 van de 100 mag',
    ]);
  });

  it('that must not lead here are a fault when they do', () => {
    const { faults, warnings } = checked(input([]), { 'wachtwoord vergeten': answered });
    expect(warnings).to.deep.equal(['tegenvoorbeelden[0]: "wachtwoord vergeten" geeft toch dit antwoord']);
    expect(faults).to.have.length(1);
  });
});
