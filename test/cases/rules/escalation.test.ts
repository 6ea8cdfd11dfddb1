import { expect } from 'chai';
import fc from 'fast-check';
import type { EscalationCommand } from '../../../cases/rules/escalation.ts';
import { aFamilyCase, anEscalatedCase } from '../../support/a-family-case.ts';
import { sha256 } from '../../support/case-world.ts';
import { at, changed, decideIt, fileIt, run, takeIt, withdrawIt } from './escalation/commands.ts';

describe('filing an escalation', () => {
  it('gives it an owner, a date in werkdagen, one card and one notice, in one next version', () => {
    const { familyCase, escalation } = changed(run(aFamilyCase({ version: 4 }), fileIt()));
    expect(familyCase.version).to.equal(5);
    expect(escalation.owner).to.equal('officer-1');
    expect(escalation.due).to.equal('2026-12-07');
    expect(escalation.state).to.deep.equal({ kind: 'filed' });
    expect(escalation.number).to.match(/^L-[0-9A-HJKMNP-TV-Z]{6}$/);
    const [card] = familyCase.cards;
    expect(card).to.deep.include({ escalationId: escalation.id, addressee: 'officer-1', state: 'live', seenAt: null });
    expect(familyCase.notices).to.have.length(1);
    expect(familyCase.notices[0]).to.deep.include({
      noticeKind: 'escalation-filed',
      cardRef: card?.cardRef,
      to: { kind: 'actor', id: 'officer-1' },
      state: { kind: 'pending', dueAt: at, tries: 0 },
    });
    expect(familyCase.audit).to.deep.equal([
      { at, event: 'escalation-filed', actor: 'worker-1', subject: escalation.id },
    ]);
  });

  it('keeps the own words to the letter, with a hash, and only takes a BSN out', () => {
    const text = '  Ik vraag al een jaar…\n\tHelp! \u202E\u0000 ';
    const { ownWords } = changed(run(aFamilyCase(), fileIt({ ownWords: text }))).escalation;
    expect(ownWords).to.deep.equal({ text, sha256: sha256(text), writtenAt: at });
    const masked = changed(
      run(aFamilyCase(), fileIt({ ownWords: 'BSN 123456782!', summary: '123.456.782' })),
    ).escalation;
    expect(masked.ownWords.text).to.equal('BSN [nummer verwijderd]!');
    expect(masked.ownWords.sha256).to.equal(sha256('BSN [nummer verwijderd]!'));
    expect(masked.summary).to.equal('[nummer verwijderd]');
  });

  it('goes to the next officer when the first one files, and is refused when nobody else is there', () => {
    const byOfficer = fileIt({ by: { kind: 'officer', id: 'officer-1', name: 'Olga Officier' } });
    expect(changed(run(aFamilyCase(), byOfficer)).escalation.owner).to.equal('officer-2');
    expect(run(aFamilyCase(), byOfficer, { on: [{ id: 'officer-1' }] }).kind).to.equal('nobody-to-ask');
    expect(run(aFamilyCase(), fileIt(), { on: [] }).kind).to.equal('nobody-to-ask');
  });

  it('files the same command once', () => {
    const first = changed(run(aFamilyCase(), fileIt()));
    const second = run(first.familyCase, fileIt({ ownWords: 'Iets anders.' }));
    expect(second).to.deep.include({ kind: 'unchanged', familyCase: first.familyCase, escalation: first.escalation });
  });

  it('refuses empty and endless words', () => {
    const problem = (overrides: Parameters<typeof fileIt>[0]) => run(aFamilyCase(), fileIt(overrides));
    const invalid = (field: string, why: string) => ({ kind: 'invalid', fields: [{ field, problem: why }] });
    expect(problem({ ownWords: ' \n ' })).to.deep.equal(invalid('ownWords', 'missing'));
    expect(problem({ ownWords: 'a'.repeat(8001) })).to.deep.equal(invalid('ownWords', 'too-long'));
    expect(problem({ summary: 'a'.repeat(4001) })).to.deep.equal(invalid('summary', 'too-long'));
    expect(problem({ summary: '  ' })).to.have.nested.property('escalation.summary', null);
  });
});

describe('taking an escalation', () => {
  it('makes the taker the owner and tells who filed it', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), takeIt()));
    const by = { id: 'officer-1', name: 'Olga Officier' };
    expect(escalation.state).to.deep.equal({ kind: 'taken', by, at });
    const told = familyCase.notices[1];
    expect(told).to.deep.include({
      noticeKind: 'escalation-taken',
      cardRef: null,
      to: { kind: 'actor', id: 'worker-1' },
    });
  });

  it('proves that the card arrived', () => {
    const { familyCase } = changed(run(anEscalatedCase(), takeIt()));
    expect(familyCase.cards[0]?.seenAt).to.equal(at);
    expect(familyCase.notices[0]?.state).to.deep.equal({ kind: 'sent', at, activityId: null });
  });

  it('changes nothing when it was taken already', () => {
    const taken = changed(run(anEscalatedCase(), takeIt())).familyCase;
    const again = run(taken, takeIt('other', { id: 'officer-2', name: 'Otto Officier' }));
    expect(again).to.deep.include({ kind: 'unchanged', familyCase: taken });
  });
});

describe('any sequence of commands', () => {
  it('never changes the own words, decides at most once, always has an owner, and holds ids only in the audit', () => {
    const command = fc.constantFrom<EscalationCommand>(
      takeIt(),
      takeIt('command-9'),
      decideIt(),
      decideIt({ commandId: 'command-8' }),
      decideIt({ commandId: 'command-7', by: { id: 'officer-2', name: 'Otto' } }),
      withdrawIt(),
      withdrawIt({ commandId: 'command-6', by: 'parent' }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let familyCase = anEscalatedCase();
        let decisions = 0;
        for (const one of commands) {
          const outcome = run(familyCase, one);
          if (outcome.kind !== 'changed') continue;
          expect(outcome.familyCase.version).to.equal(familyCase.version + 1);
          if (outcome.escalation.state.kind === 'decided') decisions += 1;
          familyCase = outcome.familyCase;
        }
        const [escalation] = familyCase.escalations;
        expect(decisions).to.be.at.most(1);
        expect(escalation?.ownWords).to.deep.equal(anEscalatedCase().escalations[0]?.ownWords);
        expect(escalation?.owner).to.match(/^officer-/);
        const ids = ['worker-1', 'officer-1', 'officer-2', 'parent', 'escalation-1'];
        for (const { actor, subject } of familyCase.audit) expect(ids).to.include.members([actor, subject]);
      }),
    );
  });

  it('forgets processed commands after two days', () => {
    const taken = changed(run(anEscalatedCase(), takeIt())).familyCase;
    const later = changed(run(taken, decideIt(), { now: new Date('2026-11-25T09:00:00.001Z') })).familyCase;
    expect(later.processed.map(({ commandId }) => commandId)).to.deep.equal(['command-3']);
  });
});
