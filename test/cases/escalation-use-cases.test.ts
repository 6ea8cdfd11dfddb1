import { expect } from 'chai';
import { anonymousRecord, type FamilyCase } from '../../cases/index.ts';
import { aLesson, anOrder } from '../support/a-desk.ts';
import { aCard, anEscalatedCase, anEscalation } from '../support/a-family-case.ts';
import { aCaseWorld, aFiling, aParent, officer1, officer2, worker1, worker2 } from '../support/case-world.ts';

const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2026-12-01',
} as const;
const target = { caseId: 'case-1', escalationId: 'escalation-1' };
const pause = () => Promise.resolve();

const before = (id: string): FamilyCase =>
  anEscalatedCase({
    id,
    escalations: [anEscalation({ followCodeHash: `code-${id}` })],
    cards: [aCard({ cardRef: `${id}-1` }), aCard({ cardRef: `${id}-2`, addressee: 'officer-2' })],
    notices: [],
  });

describe('deciding at the same moment', () => {
  it('gives exactly one decision in each of 200 rounds of 50', async function () {
    this.timeout(120_000);
    const rounds = Array.from({ length: 200 }, (_, round) => `round-${round}`);
    const { cases, stored } = await aCaseWorld({ cases: rounds.map(before) });
    for (const id of rounds) {
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, press) => {
          const by = press % 2 === 0 ? officer1 : officer2;
          const cardRef = `${id}-${(press % 2) + 1}`;
          const verdict = press % 3 === 0 ? 'refused' : 'granted';
          // Half of them are the same press that arrives again.
          const commandId = press < 25 ? `same-${press % 2}` : `press-${press}`;
          return cases.asOfficer(by, { cardRef }, { ...decision, verdict }, commandId);
        }),
      );
      const { escalations, notices, audit } = await stored(id);
      const { state } = escalations[0] ?? anEscalation();
      const decided = state.kind === 'decided' ? state.decision : undefined;
      expect(decided, id).to.not.equal(undefined);
      for (const outcome of outcomes)
        if (outcome.kind === 'already-decided') expect(outcome.decision, id).to.deep.equal(decided);
        else expect(outcome.kind, id).to.equal('card');
      expect(outcomes.filter(({ kind }) => kind === 'already-decided').length, id).to.be.at.least(25);
      expect(
        audit.filter(({ event }) => event === 'escalation-decided'),
        id,
      ).to.have.length(1);
      expect(
        notices.filter(({ noticeKind }) => noticeKind === 'escalation-decided'),
        id,
      ).to.have.length(1);
    }
  });
});

describe('acting as an officer', () => {
  it('is for who has it before him; taking over with a reason is for any officer', async () => {
    const { cases, stored, auditLines } = await aCaseWorld({ cases: [anEscalatedCase()] });
    const asked = {
      kind: 'ask-more',
      question: 'Wat is er beloofd?',
      of: { kind: 'parent' },
      due: '2026-11-27',
    } as const;
    expect(await cases.asOfficer(worker1, target, asked, 'a')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.asOfficer(officer2, target, asked, 'b')).to.deep.equal({ kind: 'not-allowed' });
    expect(auditLines().map(({ event }) => event)).to.include('denied:act');
    const bare = { kind: 'take-over', reason: 'Ja' } as const;
    expect((await cases.asOfficer(officer2, target, bare, 'c')).kind).to.equal('invalid');
    const taken = await cases.asOfficer(officer2, target, { ...bare, reason: 'Olga is ziek.' }, 'd');
    expect(taken).to.have.property('cardRef').that.matches(/^id-/);
    expect((await cases.asOfficer(officer2, target, asked, 'e')).kind).to.equal('card');
    const { escalations } = await stored();
    expect(escalations[0]).to.deep.include({ owner: officer2.id });
  });

  it('writes state, steps, notices and command in one write, and once for the same command', async () => {
    const { cases, stored } = await aCaseWorld({ cases: [anEscalatedCase()] });
    const { version } = await stored();
    const action = { ...decision, order: anOrder };
    const press = () => cases.asOfficer(officer1, { cardRef: 'card-1' }, action, 'one');
    await Promise.all([press(), press(), press()]);
    const now = await stored();
    expect(now.version).to.equal(version + 1);
    expect(now.escalations[0]?.orders).to.have.length(1);
    expect(now.processed.map(({ result }) => result)).to.deep.equal(['decide:escalation-1']);
  });

  it('shows the officer what is decided and still has something due, with the first day in front', async () => {
    const { cases } = await aCaseWorld({ cases: [anEscalatedCase()] });
    await cases.asOfficer(officer1, { cardRef: 'card-1' }, { ...decision, order: anOrder }, 'one');
    const running = await cases.running(officer1);
    expect('kind' in running ? running : running.map(({ escalation }) => escalation.id)).to.deep.equal([
      'escalation-1',
    ]);
    expect(await cases.running(worker1)).to.deep.equal({ kind: 'not-allowed' });
  });
});

describe('reacting', () => {
  it('is for whoever has the follow code, and for a colleague with a task; a stranger hears nothing', async () => {
    const { cases, register } = await aCaseWorld();
    const filed = await cases.file(aParent, aFiling({ caseId: null, replyTo: 'web:1' }), 'file');
    const followCode = filed.kind === 'filed' ? (filed.followCode ?? '') : '';
    const word = { kind: 'comment', about: 'own-words', text: 'Ik belde ook de school.' } as const;
    const said = await cases.react(aParent, { followCode }, word, 'a');
    expect(said).to.have.nested.property('escalation.comments.length', 1);
    expect(await cases.react(aParent, { followCode: 'AAAA-AAAA' }, word, 'b')).to.deep.equal({ kind: 'not-found' });
    const [caseId = ''] = await register.casesForOfficer(null);
    const escalationId = filed.kind === 'filed' ? filed.escalation.id : '';
    expect(await cases.react(worker1, { caseId, escalationId }, word, 'c')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.react(aParent, { caseId, escalationId }, word, 'd')).to.deep.equal({ kind: 'not-allowed' });
  });

  it('leaves confirming a summary to the parent', async () => {
    const { cases } = await aCaseWorld({ cases: [anEscalatedCase({ escalation: { summary: 'Er is geen regie.' } })] });
    const confirm = { kind: 'confirm-summary' } as const;
    expect(await cases.react(worker1, target, confirm, 'a')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.react(worker2, target, confirm, 'b')).to.deep.equal({ kind: 'not-allowed' });
  });
});

describe('acting on due dates', () => {
  it('changes each case once, also when two processes look at the same time and the clock jumps', async () => {
    const { cases, setTime, stored } = await aCaseWorld({ cases: [anEscalatedCase()] });
    expect(await cases.actOnDueDates(pause)).to.deep.equal({ looked: 1, changed: 0, failed: [] });
    setTime('2027-01-11T09:00:00.000Z');
    const runs = await Promise.all([cases.actOnDueDates(pause), cases.actOnDueDates(pause)]);
    expect(runs.reduce((all, { changed }) => all + changed, 0)).to.equal(1);
    const raised = (await stored()).escalations[0];
    expect(raised?.steps.map(({ kind }) => kind)).to.deep.equal(['raised']);
    expect(raised).to.deep.include({ owner: officer2.id, due: '2027-01-14', promisedBy: '2026-12-04', level: 1 });
    setTime('2026-12-01T09:00:00.000Z');
    await cases.actOnDueDates(pause);
    expect((await stored()).escalations[0]).to.deep.equal(raised);
  });

  it('goes on when one case can not be written, and names it', async () => {
    const world = await aCaseWorld({ cases: [before('case-1'), before('case-2')] });
    const { register } = world;
    const commit = register.commit.bind(register);
    const broken = {
      ...register,
      commit: (next: FamilyCase) => (next.id === 'case-1' ? Promise.reject(new Error('disk')) : commit(next)),
    };
    const { cases } = await aCaseWorld({ register: broken });
    world.setTime('2027-01-11T09:00:00.000Z');
    const { cases: other, setTime } = await aCaseWorld({ register: broken });
    setTime('2027-01-11T09:00:00.000Z');
    expect(await other.actOnDueDates(pause)).to.deep.equal({ looked: 2, changed: 1, failed: ['case-1'] });
    expect((await cases.actOnDueDates(pause)).changed).to.equal(0);
  });
});

describe('giving account', () => {
  it('shows norms, promises and facts to who works on it, and every look is written down first', async () => {
    const { cases, auditLines } = await aCaseWorld({ cases: [anEscalatedCase()] });
    const account = await cases.account(worker1, target);
    if (account.kind !== 'account') throw new Error(account.kind);
    expect(account.norms.map(({ norm }) => norm).join(' ')).to.equal('N1 N2 N3 N4 N5 N6 N7 V1 V2 V3 V4 V5 V6 V7 L1');
    expect(auditLines().map(({ event }) => event)).to.include('account-shown');
    expect(await cases.account(worker2, target)).to.deep.equal({ kind: 'not-allowed' });
    const failing = await aCaseWorld({
      cases: [anEscalatedCase()],
      auditLog: { append: () => Promise.reject(new Error('full')) },
    });
    expect(await failing.cases.account(worker1, target)).to.deep.equal({ kind: 'audit-unavailable' });
  });

  it('gives the public nothing but anonymous records, and officers what was not kept', async () => {
    const { cases } = await aCaseWorld({ cases: [anEscalatedCase()] });
    await cases.asOfficer(officer1, { cardRef: 'card-1' }, { ...decision, order: anOrder }, 'one');
    const closed = { kind: 'close', lesson: aLesson } as const;
    expect((await cases.asOfficer(officer1, target, closed, 'two')).kind).to.equal('cannot-close');
    const records = await cases.publicRecords(['case-1', 'none'], pause);
    expect(records).to.have.length(1);
    const text = JSON.stringify(records);
    for (const secret of ['Niemand belt', 'De Vries', 'L-7F3K2M', 'worker-1', 'officer-1', 'Noord'])
      expect(text).to.not.include(secret);
    const promises = await cases.openPromises(officer1, ['case-1'], pause);
    expect('kind' in promises ? promises : promises.map(({ promise }) => promise.kind)).to.deep.equal([
      'decision',
      'order',
    ]);
    expect(await cases.openPromises(worker1, ['case-1'], pause)).to.deep.equal({ kind: 'not-allowed' });
    expect(anonymousRecord(anEscalation()).filedIn).to.equal('2026-4');
  });
});
