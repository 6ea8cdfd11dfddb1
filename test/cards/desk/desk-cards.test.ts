import { expect } from 'chai';
import {
  type AdaptiveCard,
  complaintAnswerCard,
  decidedDeskCard,
  deskFormCard,
  deskForms,
  escalationBaseCard,
  escalationCard,
  factsCard,
  filerStateCard,
  firstAttempt,
  forSubmit,
  normsCard,
  overviewCard,
  ownWordsCard,
  timelineCard,
  wordsOf,
} from '../../../cards/index.ts';
import { anEscalation } from '../../support/a-family-case.ts';
import { CANARY, decided, fullView, hostile, size } from '../../support/a-full-escalation.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { wherein } from '../../support/card-walk.ts';
import { aDeskView } from '../../support/scripted-cases.ts';

const words = wordsOf(aKnowledge());
const at = '2026-11-22T09:00:00.000Z';

function pages(text: string): Readonly<Record<string, AdaptiveCard>> {
  const view = fullView(text);
  const lesson = { cameAcross: text, why: text, changes: text, by: text, due: null };
  const closing = { at, by: { id: 'o-1', name: text }, lesson, published: null, told: { kind: 'address' } } as const;
  return {
    'the card': escalationCard(view, words),
    'the decided card': decidedDeskCard(fullView(text, decided(text)), words, 'Gedaan.'),
    'the closed card': decidedDeskCard(fullView(text, decided(text, { closing })), words),
    'the steps': timelineCard(view, words),
    'the facts': factsCard(view, words),
    'the own words': ownWordsCard(view, 1, words),
    'the complaint answer': complaintAnswerCard(view, words),
    'the norms': normsCard(view, [{ norm: 'N1', answer: 'no', evidence: [] }], words),
    'the pushed card': escalationBaseCard(view.escalation, view.cardRef, words, 'due'),
    'the state for who filed': filerStateCard(view.escalation, words),
    'the overview': overviewCard(
      { rows: Array.from({ length: 60 }, () => view), today: '2026-11-23', cardRef: 'card-0000000000000001' },
      words,
    ),
  };
}

describe('the cards of the desk', () => {
  for (const text of hostile) {
    it(`show words of people in a TextRun only, within 28 KB: ${JSON.stringify(text.slice(0, 30))}`, () => {
      for (const [name, card] of Object.entries(pages(text)))
        for (const form of [card, forSubmit(card)]) {
          for (const place of wherein(form, CANARY)) expect(place, name).to.equal('TextRun.text');
          expect(size(form), name).to.be.lessThan(28_000);
        }
    });
  }

  it('show the words of everybody who filed, with by whom and the seal, and whole on their own pages', () => {
    const joined = {
      ...{ id: 'f-2', summary: null, reading: null, onBehalf: null, followCodeHash: 'h2', replyTo: null },
      filedBy: { kind: 'system', id: null, name: null },
      ownWords: { text: 'Het gaat echt niet goed.', sha256: 'cd'.repeat(32), writtenAt: at },
      answers: { complex: 'unknown', stuck: 'stuck', harm: 'unknown' },
      withdrawn: null,
    } as const;
    const view = aDeskView({ escalation: anEscalation({ joined: [joined] }) });
    const shown = JSON.stringify(escalationCard(view, words));
    for (const part of [
      'Niemand belt terug.',
      'Het gaat echt niet goed.',
      'cdcdcdcdcdcd',
      textOf('escalatie.door.system'),
    ])
      expect(shown).to.include(part);
    const pagesOf = [1, 2].map((part) => JSON.stringify(ownWordsCard(view, part, words)));
    expect(pagesOf[0]).to.include('Niemand belt terug.').and.include('Wil Werker').and.include('1 / 2');
    expect(pagesOf[1]).to.include('Het gaat echt niet goed.').and.include('cd'.repeat(32)).and.include('2 / 2');
    const withdrawn = { ...joined, withdrawn: { by: 'w', reason: 'x', at } };
    const taken = aDeskView({ escalation: anEscalation({ joined: [withdrawn] }) });
    expect(JSON.stringify(escalationCard(taken, words))).to.include(textOf('escalatie.deel-ingetrokken'));
  });

  it('show nothing of a person where everybody can read: pushed, for who filed, in the list', () => {
    for (const name of ['the pushed card', 'the state for who filed', 'the overview'])
      expect(JSON.stringify(pages(CANARY)[name]), name).to.not.include(CANARY);
  });

  it('refresh by themselves with a verb that only looks, but never while somebody fills in a form', () => {
    const shown = pages('tekst');
    for (const name of ['the card', 'the decided card', 'the closed card', 'the pushed card'])
      expect(shown[name]?.refresh?.action, name).to.include({ type: 'Action.Execute', verb: 'open' });
    for (const form of deskForms) {
      const card = deskFormCard(
        { form, view: { ...fullView('x'), attempt: firstAttempt }, nonce: 'n'.repeat(22) },
        words,
      );
      expect(card, form.name).to.not.have.property('refresh');
    }
  });
});
