import { expect } from 'chai';
import type { Escalation, Notice, NoticeToDeliver } from '../../cases/index.ts';
import { announce, emergencyReply, faultReply } from '../../dialogs/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aDecision, cardsIn, heard } from '../support/scripted-cases.ts';

const knowledge = aKnowledge();
const toParent = { kind: 'address', key: 'web:c1' } as const;
const toStaff = { kind: 'actor', id: 'x' } as const;

function news(to: Notice['to'], state: Escalation['state'], cardRef: string | null = null): NoticeToDeliver {
  return {
    caseId: 'c-1',
    label: 'Gezin De Vries',
    escalation: anEscalation({
      state,
      ownWords: { text: 'GEHEIM', sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' },
    }),
    notice: {
      id: 'n-1',
      noticeKind: 'escalation-filed',
      escalationId: 'escalation-1',
      to,
      cardRef,
      state: { kind: 'pending', dueAt: '2026-11-22T09:00:00.000Z', tries: 0 },
    },
  };
}

const granted = { kind: 'decided', decision: { ...aDecision, verdict: 'granted', reason: 'Reden {{x}}' } } as const;
const refused = { kind: 'decided', decision: { ...aDecision, reason: 'Reden {{x}}' } } as const;
const taken = { kind: 'taken', by: { id: 'o-1', name: 'Olga' }, at: '2026-11-23T09:00:00.000Z' } as const;
const withdrawn = { kind: 'withdrawn', by: 'w-1', reason: 'GEHEIM', at: '2026-11-23T09:00:00.000Z' } as const;

describe('news for the officer', () => {
  it('is a card with number, date and one button, and nothing personal', () => {
    const replies = announce(news(toStaff, { kind: 'filed' }, 'card-0000000000000001'), knowledge);
    const text = JSON.stringify(replies);
    expect(text).to.include('L-7F3K2M').and.include('vrijdag 4 december 2026').and.include('card-0000000000000001');
    expect(text).to.not.match(/GEHEIM|De Vries|Wil Werker|c-1/);
    expect(cardsIn(replies)[0]?.summary).to.equal('Nieuwe escalatie, open de kaart');
  });
});

describe('news for the worker who filed', () => {
  const states = [taken, granted, refused, withdrawn];
  for (const state of states) {
    const name = state.kind === 'decided' ? state.decision.verdict : state.kind;
    it(`names the number and the date, and nothing from the dossier: ${name}`, () => {
      const text = heard(announce(news(toStaff, state), knowledge));
      expect(text).to.include('L-7F3K2M').and.match(/\d{4}/);
      expect(text).to.not.match(/GEHEIM|De Vries|Reden/);
    });
  }
});

describe('news for a parent', () => {
  it('tells who is on it and until when', () => {
    const text = heard(announce(news(toParent, taken), knowledge));
    expect(text).to.include('Olga is sinds maandag 23 november 2026').and.include('vrijdag 4 december 2026');
  });

  it('tells outcome, reason, date, what to do when you disagree, and who helps', () => {
    const text = heard(announce(news(toParent, refused), knowledge));
    expect(text).to.include('nee').and.include('Reden {{x}}').and.include('maandag 4 januari 2027');
    expect(text).to.include('niet mee eens').and.include('tel:0123987654');
    expect(heard(announce(news(toParent, granted), knowledge))).to.include('besloten: ja');
  });

  it('tells that the question was withdrawn', () => {
    expect(heard(announce(news(toParent, withdrawn), knowledge)))
      .to.include('ingetrokken')
      .and.not.include('GEHEIM');
  });

  it('says only that there is news when the channel wants it short', () => {
    const text = heard(announce(news(toParent, refused), knowledge, { variant: 'short' }));
    expect(text).to.include('L-7F3K2M').and.not.include('Reden');
  });
});

describe('when everything else fails', () => {
  it('still answers danger with the fixed words and numbers', () => {
    const reply = emergencyReply('hij heeft een mes', knowledge);
    expect(reply).to.deep.include({ kind: 'text', tone: 'urgent' });
    expect(reply && heard([reply]))
      .to.include('<tel:112>')
      .and.include('<tel:08002000>')
      .and.include('<tel:08000113>');
  });

  it('has nothing to say about a text without danger', () => {
    expect(emergencyReply('hoe lang is de wachtlijst', knowledge)).to.equal(null);
  });

  it('names the person to call', () => {
    expect(heard([faultReply(knowledge)]))
      .to.include('Het ligt niet aan u')
      .and.include('<tel:0123456789>');
    expect(textOf('storing')).to.include('{{gemeente.telefoon}}');
  });
});
