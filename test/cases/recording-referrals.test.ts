import { expect } from 'chai';
import { handoverItems } from '../../cases/index.ts';
import { aProvider, aRecordingWorld, aReferral, aRequest, done, today } from '../support/a-recording.ts';

describe('a referral', () => {
  it('is refused the second time, also in other letters, and says when the first one was', async () => {
    const { record, stored } = await aRecordingWorld();
    const first = done(await record(aReferral()));
    const again = await record(aReferral({ to: ' mee ', purpose: 'Regie' }));
    expect(again).to.have.nested.property('earlier.id', first.id);
    expect(again.kind).to.equal('referral-twice');
    expect((await record(aReferral({ purpose: 'thuisadministratie' }))).kind).to.equal('recorded');
    expect((await stored()).referrals).to.have.length(2);
  });

  it('may be made again to a party whose help was finished', async () => {
    const { record } = await aRecordingWorld();
    const { id } = done(await record(aReferral()));
    await record({ kind: 'referral-outcome', referralId: id, outcome: 'done', reason: '', on: today });
    expect((await record(aReferral())).kind).to.equal('recorded');
  });

  it('is refused to a party that could not help before, whatever it is for this time', async () => {
    const { record } = await aRecordingWorld();
    const { id } = done(await record(aReferral()));
    const reason = 'MEE heeft een wachtlijst.';
    await record({ kind: 'referral-outcome', referralId: id, outcome: 'waiting-list', reason, on: today });
    expect((await record(aReferral({ purpose: 'iets anders' }))).kind).to.equal('referral-twice');
  });

  it('is refused to who can not lead or has a waiting list, with who can', async () => {
    const providers = [
      aProvider({ canLead: 'no' }),
      aProvider({ id: 'x', name: 'X-coaching', canLead: 'yes' }),
      aProvider({ id: 'y', name: 'Y-zorg', canLead: 'yes', waitingListSince: '2026-05-01', delivers: ['begeleiding'] }),
      aProvider({ id: 'z', name: 'Z-zorg', delivers: ['begeleiding'] }),
    ];
    const { record, stored } = await aRecordingWorld({ settings: { providers } });
    expect(await record(aReferral())).to.deep.equal({
      kind: 'cannot-deliver',
      because: 'cannot-lead',
      since: null,
      alternatives: [providers[1]],
    });
    expect(await record(aReferral({ to: 'Y-zorg', purpose: 'begeleiding' }))).to.deep.equal({
      kind: 'cannot-deliver',
      because: 'waiting-list',
      since: '2026-05-01',
      alternatives: [providers[3]],
    });
    expect((await stored()).version).to.equal(1);
    expect((await record(aReferral({ to: 'MEE', purpose: 'formulieren' }))).kind).to.equal('recorded');
  });

  it('that ends in nothing puts an open request on the desk', async () => {
    const { record } = await aRecordingWorld();
    await record(aRequest());
    const { id } = done(await record(aReferral()));
    const reason = 'Zij voeren geen regie.';
    const { found, card } = done(
      await record({ kind: 'referral-outcome', referralId: id, outcome: 'cannot-deliver', reason, on: today }),
    );
    expect(found.map(({ rule }) => rule)).to.deep.equal(['K5']);
    expect(card?.openedOn).to.equal(today);
  });
});

describe('who stays with the family', () => {
  it('says that the handover is done with the last tick that counts', async () => {
    const { record, stored } = await aRecordingWorld();
    const gone = {
      kind: 'worker-change',
      measureId: null,
      from: 'A',
      to: null,
      takenOverOn: null,
      reason: 'Andere baan.',
      on: today,
    } as const;
    const { id } = done(await record(gone));
    const [first, ...rest] = handoverItems;
    const ticks = { kind: 'handover', handoverId: id, to: 'B', takenOverOn: today, on: today } as const;
    await record({ ...ticks, done: [first] });
    await record({ ...ticks, done: rest.filter((item) => item !== 'look-back-after-two-weeks') });
    await record({ ...ticks, done: ['look-back-after-two-weeks'] });
    const { facts, handovers } = await stored();
    expect(facts.map(({ signals }) => signals)).to.deep.equal([['change-of-worker'], [], ['handover-done'], []]);
    expect(handovers[0]).to.deep.include({ to: 'B', takenOverOn: today, done: [...handoverItems] });
  });

  it('promises the first appointment of a measure within five werkdagen, over Christmas too', async () => {
    const { record, stored, setTime } = await aRecordingWorld();
    setTime('2026-12-23T09:00:00.000Z');
    await record({ kind: 'measure', measureKind: 'ondertoezichtstelling', on: '2026-12-23' });
    expect((await stored()).measures[0]?.firstAppointmentBy).to.equal('2026-12-31');
    setTime('2027-01-05T09:00:00.000Z');
    const { id } = (await stored()).measures[0] ?? { id: '' };
    await record({ kind: 'measure-appointment', measureId: id, on: '2027-01-04' });
    expect((await stored()).facts.at(-1)?.signals).to.deep.equal(['promise-missed']);
  });

  it('shows a promise without a date as one', async () => {
    const { record, stored } = await aRecordingWorld();
    const promise = { kind: 'promise', what: 'Terugbellen', toWhom: 'ouder', owner: 'worker-1', on: today } as const;
    await record({ ...promise, due: null });
    await record({ ...promise, due: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([['commitment-without-date'], []]);
  });
});

describe('aftercare', () => {
  const aftercare = {
    kind: 'aftercare',
    contact: 'Samira',
    relapseSigns: ['Niet naar school'],
    relapsePlan: 'Bel Samira.',
    on: today,
  } as const;

  it('has its moments on the set days', async () => {
    const { record, stored } = await aRecordingWorld();
    await record({ ...aftercare, chronicReviewOn: null });
    const dues = (await stored()).aftercare?.moments.map(({ due }) => due);
    expect(dues).to.deep.equal(['2026-12-21', '2027-02-22', '2027-05-24']);
  });

  it('never closes silently for a chronic family: every review names the next', async () => {
    const { record, stored, setTime } = await aRecordingWorld();
    await record({ ...aftercare, chronicReviewOn: '2027-01-04' });
    setTime('2027-01-04T09:00:00.000Z');
    const review = {
      kind: 'aftercare-moment',
      due: '2027-01-04',
      relapse: false,
      note: null,
      on: '2027-01-04',
    } as const;
    expect(await record({ ...review, nextReviewOn: null })).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'nextReviewOn', problem: 'missing' }],
    });
    await record({ ...review, nextReviewOn: '2027-07-05' });
    expect((await stored()).aftercare?.chronicReviewOn).to.equal('2027-07-05');
    const ended = await record({ kind: 'aftercare-ended', reason: 'Het gezin wil niet meer.', on: '2027-01-04' });
    expect(ended.kind).to.equal('recorded');
    expect((await stored()).facts.at(-1)?.note).to.equal('Het gezin wil niet meer.');
  });
});
