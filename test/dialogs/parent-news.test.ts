import { expect } from 'chai';
import { type EscalationStep, stepKinds } from '../../cases/index.ts';
import { parentNews } from '../../dialogs/parent/news.ts';
import { stepInWords, timeline } from '../../dialogs/parent/steps.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { aDecision, heard } from '../support/scripted-cases.ts';

const knowledge = aKnowledge();
const aStep = (part: Partial<EscalationStep> = {}): EscalationStep => ({
  id: 'step-1',
  kind: 'taken',
  at: '2026-11-23T09:00:00.000Z',
  by: { kind: 'officer', id: 'o-1', name: 'Olga {{x}}' },
  reason: null,
  day: '2026-12-01',
  about: null,
  owner: 'o-1',
  due: '2026-12-04',
  ...part,
});

describe('a change, in the words of a parent (O8)', () => {
  for (const kind of stepKinds)
    it(`has a sentence: ${kind}`, () => {
      const [sentence] = stepInWords(aStep({ kind }), { escalation: anEscalation() }, knowledge);
      expect(sentence).to.match(/\.$/).and.not.include('{{');
    });

  it('names who did it, and calls the parent "u"', () => {
    const steps = [aStep({ kind: 'filed', by: { kind: 'parent' } }), aStep({ id: 'step-2' })];
    expect(timeline({ escalation: anEscalation({ steps }) }, knowledge).slice(1)).to.deep.equal([
      '1. maandag 23 november 2026: U legde de vraag voor.',
      '2. maandag 23 november 2026: Olga { {x}} pakte uw vraag op.',
    ]);
  });

  it('shows the words that belong to it as they were said', () => {
    const question = {
      id: 'q-1',
      question: 'Sinds {{wanneer}}?',
      of: { kind: 'outside', name: 'School {{x}}' } as const,
      by: { id: 'o-1', name: 'Olga' },
      at: '2026-11-23T09:00:00.000Z',
      due: '2026-12-01',
      answer: null,
      missedOn: null,
    };
    const asked = aStep({ kind: 'more-asked', about: 'q-1', reason: question.question });
    const words = stepInWords(asked, { escalation: anEscalation({ questions: [question] }) }, knowledge);
    expect(words).to.deep.equal([
      'Olga { {x}} vroeg om meer uitleg. Dat is gevraagd aan School { {x}}. Graag uiterlijk op dinsdag 1 december 2026.',
      'Sinds {{wanneer}}?',
    ]);
  });

  it('is pushed with the way to react, and with the decision and its order at once', () => {
    const order = {
      id: 'order-1',
      to: 'Wijkteam',
      what: 'Een vaste begeleider.',
      basis: 'Mandaat',
      by: { id: 'o-1', name: 'Olga' },
      at: '2026-11-23T09:00:00.000Z',
      due: '2026-12-01',
      nextDue: '2026-12-01',
      owner: 'o-1',
      blocker: null,
      missed: [],
      done: null,
    };
    const escalation = anEscalation({
      steps: [aStep({ kind: 'decided' })],
      orders: [order],
      state: { kind: 'decided', decision: { ...aDecision, verdict: 'granted' } },
    });
    const news = heard(parentNews({ escalation, stepId: 'step-1', variant: undefined }, knowledge));
    expect(news)
      .to.match(/besloten: ja/)
      .and.include('Een vaste begeleider.')
      .and.include('[Reageren op mijn vraag]');
  });

  it('offers no reaction to what was taken back', () => {
    const state = { kind: 'withdrawn', by: 'parent', reason: 'x', at: '2026-11-23T09:00:00.000Z' } as const;
    const news = parentNews({ escalation: anEscalation({ state }), stepId: undefined, variant: undefined }, knowledge);
    expect(heard(news)).to.not.include('Reageren');
  });
});
