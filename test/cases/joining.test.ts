/** One family has one open card: who files while it is open joins it, and nobody's own words get lost. */
import { expect } from 'chai';
import { type Cases, type Escalation, type FamilyCase, filingsOf, isOpen } from '../../cases/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aCaseWorld, aFiling, officer1, officer2, sha256, worker1, worker2 } from '../support/case-world.ts';
import { aCry } from '../support/entries.ts';

const today = '2026-11-23';
const reason = 'De ouder heeft gezegd dat het is opgelost.';

const cry = aCry(today);

const aWorld = (workers: readonly string[] = ['worker-1', 'worker-2']) =>
  aCaseWorld({ cases: [aFamilyCase({ plans: 0, regisseurs: 0, workers })] });

const done = async (filing: ReturnType<Cases['file']>) => {
  const outcome = await filing;
  if (outcome.kind !== 'filed') throw new Error(`Expected it to be filed, got ${outcome.kind}.`);
  return { escalation: outcome.escalation, followCode: outcome.followCode ?? '' };
};

const theOne = ({ escalations }: FamilyCase): Escalation => {
  expect(escalations.filter(isOpen)).to.have.length(1);
  const [one] = escalations.filter(isOpen);
  if (one === undefined) throw new Error('Nothing is open.');
  return one;
};

const wordsIn = (escalation: Escalation) =>
  filingsOf(escalation).map(({ filedBy, ownWords }) => `${filedBy.kind}: ${ownWords.text}`);

const seenWith = async (cases: Cases, code: string): Promise<Escalation> => {
  const followed = await cases.follow({ kind: 'parent', address: 'web:1' }, code);
  if (followed.kind !== 'followed') throw new Error(`Expected the code to work, got ${followed.kind}.`);
  return followed.escalation;
};

const words1 = 'Ik vraag al een jaar om één aanspreekpunt.';
const words2 = 'Wij wachten al {{heel}} lang. ';

describe('filing while the stuck rules have the family on the desk', () => {
  it('takes the card over: one card, with the words of the person in front and those of the family beside them', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const before = theOne(await stored());
    const { escalation, followCode } = await done(cases.file(worker1, aFiling(), 'f1'));
    const after = theOne(await stored());
    expect(after.id).to.equal(before.id);
    expect([escalation.number, escalation.due]).to.deep.equal([before.number, before.due]);
    expect(wordsIn(after)).to.deep.equal([`worker: ${words1}`, 'system: Het gaat echt niet goed.']);
    expect(after.ownWords.sha256).to.equal(sha256(words1));
    expect(after.steps.map(({ kind }) => kind)).to.deep.equal(['filed', 'joined']);
    expect((await stored()).notices.at(-1)).to.deep.include({
      noticeKind: 'escalation-due',
      to: { kind: 'actor', id: 'officer-1' },
    });
    expect((await seenWith(cases, followCode)).ownWords.text).to.equal(words1);
  });

  it('goes on growing the same card', async () => {
    const { cases, stored } = await aWorld();
    await done(cases.file(worker1, aFiling(), 'f1'));
    await cases.record(worker1, 'case-1', cry, 'c1');
    await cases.record(worker1, 'case-1', cry, 'c2');
    expect(theOne(await stored()).id).to.equal((await stored()).stuck.escalationIds[0]);
  });

  it('is carried out once: the same command again gives no second filing', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    await done(cases.file(worker1, aFiling(), 'f1'));
    const again = await cases.file(worker1, aFiling({ ownWords: 'Anders.' }), 'f1');
    expect(again).to.include({ kind: 'filed', followCode: null });
    expect(filingsOf(theOne(await stored()))).to.have.length(2);
  });

  it('gives the card to another officer when the one who has it files, and never back to that one', async () => {
    const { cases, stored } = await aWorld(['worker-1', 'officer-1']);
    await cases.record(worker1, 'case-1', cry, 'c1');
    const [card] = (await stored()).cards;
    await done(cases.file(officer1, aFiling(), 'f1'));
    const { owner, id: escalationId } = theOne(await stored());
    expect(owner).to.equal('officer-2');
    expect((await cases.take(officer1, card?.cardRef ?? '', 't1')).kind).to.equal('own-escalation');
    const target = { caseId: 'case-1', escalationId };
    const back = { kind: 'hand-over', to: 'officer-1', reason: 'Jij kent dit gezin beter dan ik.' } as const;
    expect((await cases.asOfficer(officer2, target, back, 'h1')).kind).to.equal('invalid');
  });

  it('puts the card before the first on duty again, as long as nobody was reached with it', async () => {
    const { cases, stored, deps } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const [due] = await cases.dueNotices(9);
    if (due === undefined) throw new Error('Nothing is due.');
    const { notice } = (await cases.noticeToDeliver(due)) ?? {};
    await cases.settle({ ...due, dueAt: deps.now().toISOString() }, { kind: 'unreachable', because: '403' });
    expect([notice?.cardRef === null, theOne(await stored()).owner]).to.deep.equal([false, 'officer-2']);
    await done(cases.file(worker1, aFiling(), 'f1'));
    expect(theOne(await stored()).owner).to.equal('officer-1');
    const live = (await stored()).cards.filter(({ addressee, state }) => addressee === 'officer-1' && state === 'live');
    expect(live).to.have.length(1);

    const [card] = (await stored()).cards.filter(
      ({ addressee, state }) => addressee === 'officer-2' && state === 'live',
    );
    await cases.openCard(officer2, card?.cardRef ?? '');
    const target = { caseId: 'case-1', escalationId: theOne(await stored()).id };
    await cases.asOfficer(officer2, target, { kind: 'take-over', reason: 'Ik ken dit gezin goed.' }, 't1');
    await done(cases.file(worker2, aFiling(), 'f2'));
    expect(theOne(await stored()).owner).to.equal('officer-2');
  });
});

describe('two people who file about one family', () => {
  it('have one card with both their words, and each a code that shows the own words only', async () => {
    const { cases, stored } = await aWorld();
    const first = await done(cases.file(worker1, aFiling(), 'f1'));
    const second = await done(cases.file(worker2, aFiling({ ownWords: words2, summary: 'Van twee.' }), 'f2'));
    expect(wordsIn(theOne(await stored()))).to.deep.equal([`worker: ${words1}`, `worker: ${words2}`]);
    expect(second.escalation.number).to.equal(first.escalation.number);
    expect(second.followCode).to.not.equal(first.followCode);
    expect(JSON.stringify(await seenWith(cases, first.followCode)))
      .to.include(words1)
      .and.not.include(words2);
    expect(JSON.stringify(await seenWith(cases, second.followCode)))
      .to.include(words2)
      .and.not.include(words1);
  });

  it('do not read what the other one adds with the own code', async () => {
    const { cases, stored } = await aWorld();
    const parent = { kind: 'parent', address: 'web:1' } as const;
    const first = await done(cases.file(worker1, aFiling(), 'f1'));
    const second = await done(cases.file(worker2, aFiling({ ownWords: words2, summary: 'Van twee.' }), 'f2'));
    const secret = 'Mijn ex mag dit niet weten.';
    const by2 = { followCode: second.followCode };
    await cases.react(parent, by2, { kind: 'comment', about: 'own-words', text: secret }, 'r1');
    await cases.react(parent, by2, { kind: 'propose', subject: 'other', who: null, text: secret }, 'r2');
    await cases.react(parent, by2, { kind: 'complain', statements: [secret] }, 'r3');
    await cases.react(parent, by2, { kind: 'confirm-summary' }, 'r4');
    const { id: escalationId, proposals } = theOne(await stored());
    const answer = { verdict: 'refused', reason: 'Dat kan niet om uw ex.', alternative: 'Bel ons.' } as const;
    const proposalId = proposals[0]?.id ?? '';
    const target = { caseId: 'case-1', escalationId };
    await cases.asOfficer(officer1, target, { kind: 'answer-proposal', proposalId, ...answer }, 'a1');
    const own = await seenWith(cases, second.followCode);
    expect(own.proposals[0]?.answer?.reason).to.equal(answer.reason);
    expect(own.reading?.answer?.kind).to.equal('confirmed');
    expect(own.steps.map(({ kind }) => kind)).to.include.members(['commented', 'proposed', 'complained']);
    const other = await seenWith(cases, first.followCode);
    expect(JSON.stringify(other)).to.not.match(/\bex\b/);
    expect(other.reading).to.equal(null);
  });

  it('each take back the own filing only: the card stays for the other, and falls with the last', async () => {
    const { cases, stored } = await aWorld();
    const parent = { kind: 'parent', address: 'web:1' } as const;
    const first = await done(cases.file(worker1, aFiling(), 'f1'));
    const second = await done(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
    await cases.withdraw(parent, { followCode: first.followCode }, 'Opgelost.', 'w1');
    const left = theOne(await stored());
    expect(left.ownWords.text).to.equal(words2);
    expect(wordsIn(left)).to.have.length(2);
    expect((await seenWith(cases, first.followCode)).state.kind).to.equal('withdrawn');
    expect((await seenWith(cases, second.followCode)).state.kind).to.equal('filed');
    const twice = await cases.withdraw(parent, { followCode: first.followCode }, '', 'w2');
    expect(twice.kind).to.equal('already-withdrawn');
    await cases.withdraw(worker2, { caseId: 'case-1', escalationId: left.id }, 'Opgelost.', 'w3');
    expect((await stored()).escalations.map(({ state }) => state.kind)).to.deep.equal(['withdrawn']);
    expect(wordsIn((await stored()).escalations[0] ?? left)).to.have.length(2);
  });
});

describe('stopping and taking back, when a person joined what the rules found', () => {
  it('keeps the question of the person when the finding is stopped', async () => {
    const { cases, stored } = await aWorld();
    const recorded = await cases.record(worker1, 'case-1', cry, 'c1');
    const key = recorded.kind === 'recorded' ? (recorded.found[0]?.key ?? '') : '';
    await done(cases.file(worker1, aFiling(), 'f1'));
    await cases.stopFinding(worker1, 'case-1', { key, reason }, 's1');
    const { joined, steps, ownWords } = theOne(await stored());
    expect(ownWords.text).to.equal(words1);
    expect(joined[0]?.withdrawn).to.deep.include({ reason });
    expect(steps.at(-1)).to.deep.include({ kind: 'filing-withdrawn', reason });
    expect(steps.at(-1)?.by).to.deep.equal({ kind: 'worker', id: 'worker-1', name: 'Wil Werker' });
  });

  it('leaves what the rules found on the desk when the person takes the own question back', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const { escalation } = await done(cases.file(worker1, aFiling(), 'f1'));
    const target = { caseId: 'case-1', escalationId: escalation.id };
    const followed = await cases.withdraw(worker1, target, 'Opgelost.', 'w1');
    expect(followed).to.have.nested.property('escalation.state.kind', 'withdrawn');
    const { filedBy, due, joined } = theOne(await stored());
    expect(filedBy.kind).to.equal('system');
    expect(due).to.equal(escalation.due);
    expect(joined[0]?.ownWords.text).to.equal(words1);
  });
});

describe('filing at the same moment', () => {
  it('gives one card, whoever comes first, with everybody in it', async () => {
    const { cases, stored } = await aWorld();
    const filings = Array.from({ length: 8 }, (_, at) =>
      done(cases.file(at % 2 === 0 ? worker1 : worker2, aFiling({ ownWords: `Vraag ${at}` }), `f${at}`)),
    );
    const found = Array.from({ length: 4 }, (_, at) => cases.record(worker1, 'case-1', cry, `c${at}`));
    const [filed] = await Promise.all([Promise.all(filings), Promise.all(found)]);
    const all = filingsOf(theOne(await stored()));
    expect(all.map(({ ownWords }) => ownWords.text)).to.include.members(filed.map((_, at) => `Vraag ${at}`));
    for (const { ownWords } of all) expect(ownWords.sha256).to.equal(sha256(ownWords.text));
    for (const [at, { followCode }] of filed.entries())
      expect((await seenWith(cases, followCode)).ownWords.text).to.equal(`Vraag ${at}`);
  });
});
