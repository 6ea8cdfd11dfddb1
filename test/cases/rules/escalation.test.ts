import { expect } from 'chai';
import fc from 'fast-check';
import type { FamilyCase } from '../../../cases/index.ts';
import { decide, type EscalationCommand, type EscalationOutcome } from '../../../cases/rules/escalation.ts';
import { aCard, aFamilyCase, anEscalatedCase, anEscalation } from '../../support/a-family-case.ts';
import { sha256, someSettings } from '../../support/case-world.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const at = now.toISOString();
const officers = [{ id: 'officer-1' }, { id: 'officer-2' }];

const run = (
  familyCase: FamilyCase,
  command: EscalationCommand,
  overrides: { on?: typeof officers; now?: Date } = {},
) => {
  let ids = 0;
  return decide(familyCase, command, {
    now: overrides.now ?? now,
    settings: someSettings,
    officers: overrides.on ?? officers,
    newId: () => `id-${(ids += 1)}`,
    sha256,
  });
};

const changed = (outcome: EscalationOutcome) => {
  if (outcome.kind !== 'changed') throw new Error(`Expected a change, got ${outcome.kind}.`);
  return outcome;
};

const fileIt = (overrides: Partial<Extract<EscalationCommand, { kind: 'file' }>> = {}): EscalationCommand => ({
  kind: 'file',
  commandId: 'command-1',
  by: { kind: 'worker', id: 'worker-1', name: 'Wil Werker' },
  ownWords: 'Niemand belt terug.',
  summary: null,
  answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
  replyTo: null,
  followCodeHash: 'hash-of-code',
  ...overrides,
});

const takeIt = (commandId = 'command-2', by = { id: 'officer-1', name: 'Olga Officier' }): EscalationCommand => ({
  kind: 'take',
  commandId,
  by,
  cardRef: 'card-1',
});

const decideIt = (overrides: Partial<Extract<EscalationCommand, { kind: 'decide' }>> = {}): EscalationCommand => ({
  kind: 'decide',
  commandId: 'command-3',
  by: { id: 'officer-1', name: 'Olga Officier' },
  cardRef: 'card-1',
  input: { verdict: 'granted', reason: 'Team Een levert een regisseur.', effectiveOn: '2026-12-01' },
  ...overrides,
});

const withdrawIt = (overrides: Partial<Extract<EscalationCommand, { kind: 'withdraw' }>> = {}): EscalationCommand => ({
  kind: 'withdraw',
  commandId: 'command-4',
  by: 'worker-1',
  escalationId: 'escalation-1',
  reason: 'Het is opgelost.',
  ...overrides,
});

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

describe('deciding an escalation', () => {
  it('stores who, what, why and from when, and tells the filer', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), decideIt()));
    expect(escalation.state).to.deep.equal({
      kind: 'decided',
      decision: {
        verdict: 'granted',
        reason: 'Team Een levert een regisseur.',
        effectiveOn: '2026-12-01',
        by: { id: 'officer-1', name: 'Olga Officier' },
        at,
      },
    });
    expect(familyCase.notices.map(({ noticeKind }) => noticeKind)).to.deep.equal([
      'escalation-filed',
      'escalation-decided',
    ]);
    expect(familyCase.audit.at(-1)).to.deep.equal({
      at,
      event: 'escalation-decided',
      actor: 'officer-1',
      subject: 'escalation-1',
    });
  });

  it('leaves news for a parent at the address of the conversation, and nowhere when there is none', () => {
    const filedBy = { kind: 'parent', id: null, name: null } as const;
    const reachable = anEscalatedCase({ escalation: { filedBy, replyTo: 'web:1' } });
    expect(changed(run(reachable, decideIt())).familyCase.notices[1]?.to).to.deep.equal({
      kind: 'address',
      key: 'web:1',
    });
    const silent = anEscalatedCase({ escalation: { filedBy, replyTo: null } });
    expect(changed(run(silent, decideIt())).familyCase.notices).to.have.length(1);
  });

  it('is never done by who filed it', () => {
    const filedBy = { kind: 'officer', id: 'officer-1', name: 'Olga Officier' } as const;
    const own = anEscalatedCase({ escalation: { filedBy } });
    expect(run(own, decideIt())).to.deep.equal({ kind: 'own-escalation' });
    expect(run(own, takeIt())).to.deep.equal({ kind: 'own-escalation' });
  });

  it('happens once: a second decision hears who decided and when, the same command gets the same answer', () => {
    const first = changed(run(anEscalatedCase(), decideIt()));
    expect(run(first.familyCase, decideIt())).to.deep.include({ kind: 'unchanged', escalation: first.escalation });
    const second = run(first.familyCase, decideIt({ commandId: 'other', by: { id: 'officer-2', name: 'Otto' } }));
    const { state } = first.escalation;
    expect(second).to.deep.equal({
      kind: 'already-decided',
      decision: state.kind === 'decided' ? state.decision : undefined,
      escalation: first.escalation,
    });
    expect(run(first.familyCase, takeIt()).kind).to.equal('already-decided');
    expect(run(first.familyCase, withdrawIt()).kind).to.equal('already-decided');
  });

  const problems: readonly [string, { reason?: string; effectiveOn?: string }, string, string][] = [
    ['no reason', { reason: '' }, 'reason', 'too-short'],
    ['nine characters between spaces', { reason: '   123456789   ' }, 'reason', 'too-short'],
    ['an endless reason', { reason: 'a'.repeat(4001) }, 'reason', 'too-long'],
    ['a day that does not exist', { effectiveOn: '2026-02-30' }, 'effectiveOn', 'not-a-day'],
    ['a day in words', { effectiveOn: 'morgen' }, 'effectiveOn', 'not-a-day'],
    ['yesterday', { effectiveOn: '2026-11-22' }, 'effectiveOn', 'in-the-past'],
  ];
  for (const [what, input, field, problem] of problems)
    it(`is refused with ${what}`, () => {
      const whole = { verdict: 'granted', reason: 'Een goede reden.', effectiveOn: '2026-12-01', ...input } as const;
      const outcome = run(anEscalatedCase(), decideIt({ input: whole }));
      expect(outcome).to.deep.equal({ kind: 'invalid', fields: [{ field, problem }] });
    });

  it('may start today, on the Dutch calendar', () => {
    const input = { verdict: 'granted', reason: 'Een goede reden.', effectiveOn: '2026-11-23' } as const;
    expect(run(anEscalatedCase(), decideIt({ input })).kind).to.equal('changed');
    const lateEvening = { now: new Date('2026-11-23T23:30:00.000Z') };
    expect(run(anEscalatedCase(), decideIt({ input }), lateEvening).kind).to.equal('invalid');
  });

  it('is refused on a voided card, unless there is a decision to show', () => {
    const voided = anEscalatedCase({ cards: [aCard({ state: 'void' })] });
    expect(run(voided, decideIt())).to.deep.equal({ kind: 'card-void' });
    expect(run(voided, takeIt())).to.deep.equal({ kind: 'card-void' });
  });
});

describe('withdrawing an escalation', () => {
  it('tells the filer and the officer, and needs no reason', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), withdrawIt({ reason: '' })));
    expect(escalation.state).to.deep.equal({ kind: 'withdrawn', by: 'worker-1', reason: '', at });
    const told = familyCase.notices.slice(1).map(({ to }) => to);
    expect(told).to.deep.equal([
      { kind: 'actor', id: 'worker-1' },
      { kind: 'actor', id: 'officer-1' },
    ]);
  });

  it('leaves no news where the withdrawal itself was answered, and does anywhere else', () => {
    const filedBy = { kind: 'parent', id: null, name: null } as const;
    const escalations = [anEscalation({ filedBy, replyTo: 'web:eigen-chat' })];
    const toldTo = (answeredAt: string) => {
      const { familyCase } = changed(run(anEscalatedCase({ escalations }), withdrawIt({ by: 'parent', answeredAt })));
      return familyCase.notices.slice(1).map(({ to }) => to);
    };
    const officerOnly = [{ kind: 'actor', id: 'officer-1' }];
    expect(toldTo('web:eigen-chat')).to.deep.equal(officerOnly);
    expect(toldTo('web:andere-chat')).to.deep.equal([{ kind: 'address', key: 'web:eigen-chat' }, ...officerOnly]);
    const byWorker = changed(run(anEscalatedCase(), withdrawIt({ answeredAt: 'worker-1' })));
    expect(byWorker.familyCase.notices.slice(1).map(({ to }) => to)).to.deep.equal(officerOnly);
  });

  it('happens once, and closes it for a decision', () => {
    const { familyCase, escalation } = changed(run(anEscalatedCase(), withdrawIt()));
    expect(run(familyCase, withdrawIt()).kind).to.equal('unchanged');
    expect(run(familyCase, withdrawIt({ commandId: 'other' }))).to.deep.equal({
      kind: 'already-withdrawn',
      at,
      escalation,
    });
    expect(run(familyCase, decideIt()).kind).to.equal('already-withdrawn');
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
