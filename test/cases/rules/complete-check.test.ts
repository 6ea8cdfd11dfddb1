import { expect } from 'chai';
import { continuityOf, openWork, wallCount } from '../../../cases/index.ts';
import { completeCheck } from '../../../cases/rules/complete-check.ts';
import { findOnePlan } from '../../../cases/rules/one-plan.ts';
import { aFamilyCase, aParty, aPlan, aRegisseur, type CaseWishes } from '../../support/a-family-case.ts';
import { aFact } from '../../support/a-history.ts';
import { someSettings } from '../../support/case-world.ts';

const today = '2026-11-23';
const now = new Date(`${today}T09:00:00.000Z`);
const seen = (['jeugdhulp', 'onderwijs'] as const).flatMap((domain) =>
  ['ouder-1', 'kind-1'].map((memberId) => ({
    memberId,
    domain,
    state: 'well' as const,
    lookedOn: today,
    lookedBy: 'Wil',
  })),
);

const check = (wishes: CaseWishes, settings = someSettings) => {
  const familyCase = aFamilyCase({ lifeDomains: seen, ...wishes });
  const finding = findOnePlan(familyCase, [], settings, now);
  return completeCheck(familyCase, finding, [], { settings, now, by: 'Wil Werker' });
};
const codes = (wishes: CaseWishes) => check(wishes).deviations.map(({ code, since }) => `${code} ${since ?? '?'}`);
const withDeputy = [aRegisseur({ deputy: 'M.' })];

describe('the complete check', () => {
  it('says nothing of a family that is in order, and who looked where', () => {
    const whole = check({ regisseurs: withDeputy });
    expect(whole).to.deep.include({ deviations: [], lookedAt: ['register'], by: 'Wil Werker', at: now.toISOString() });
    expect(whole.finding.kind).to.equal('in-order');
  });

  for (const [what, wishes, expected] of [
    ['no plan, since the last one ended', { plans: [aPlan({ endedOn: '2026-10-05' })] }, 'plan-none 2026-10-05'],
    ['no plan, and not since when where no plan ever ended', { plans: 0 }, 'plan-none ?'],
    [
      'several plans, since the later one',
      { plans: [aPlan(), aPlan({ id: 'p2', agreedOn: '2026-10-10' })] },
      'plan-several 2026-10-10',
    ],
    ['an outdated plan', { plans: [aPlan({ reviewBy: '2026-11-01' })] }, 'plan-outdated 2026-11-01'],
    ['an incomplete plan', { plans: [aPlan({ priorities: [] })] }, 'plan-incomplete 2026-09-01'],
    ['a plan nobody agreed to', { plans: [aPlan({ agreedBy: [] })] }, 'plan-not-agreed-by-family 2026-09-01'],
    ['no regisseur, and not since when where nobody ever was', { regisseurs: 0 }, 'regisseur-none ?'],
    [
      'several regisseurs',
      { regisseurs: [aRegisseur(), aRegisseur({ id: 'r2', name: 'X', since: '2026-10-01' })] },
      'regisseur-several 2026-10-01',
    ],
    ['a regisseur who left', { regisseurs: [aRegisseur({ until: '2026-11-02' })] }, 'regisseur-gone 2026-11-02'],
    ['one who can not lead', { regisseurs: [aRegisseur({ canLead: 'no' })] }, 'regisseur-cannot-lead 2026-09-01'],
    ['one without a deputy', {}, 'regisseur-no-deputy 2026-09-01'],
    ['one without mandate', { regisseurs: [aRegisseur({ mandate: 'no' })] }, 'regisseur-no-mandate 2026-09-01'],
    ['one that does not fit', { regisseurs: [aRegisseur({ match: 'no' })] }, 'regisseur-no-match 2026-09-01'],
    ['leefgebieden nobody looked at', { lifeDomains: seen.slice(1) }, 'domains-not-looked-at ?'],
  ] as const)
    it(`tells of ${what}, with since when`, () => {
      expect(codes(wishes)).to.include(expected);
    });

  it('takes the register of providers as the word on who can lead, unless somebody knows better', () => {
    const provider = {
      id: 'een',
      name: 'Team Een',
      canLead: 'no',
      waitingListSince: null,
      registrations: [],
      delivers: [],
    } as const;
    const settings = { ...someSettings, providers: [provider] };
    const kind = (canLead: 'yes' | 'unknown') => {
      const { finding } = check({ regisseurs: [aRegisseur({ canLead })] }, settings);
      return finding.kind === 'unknown' ? finding.kind : finding.regisseur.kind;
    };
    expect([kind('unknown'), kind('yes')]).to.deep.equal(['cannot-lead', 'one']);
  });

  it('tells of no plan and no regisseur nothing when a source did not answer', () => {
    const { finding, deviations } = check({ plans: 0, sources: ['zaaksysteem'] });
    expect(finding.kind).to.equal('unknown');
    expect(deviations).to.deep.equal([]);
  });

  it('sees a family that was left to its own strength too long, or with too little', () => {
    const alone = aFact({ id: 'f1', date: '2026-01-05', signals: ['overload-parent'] });
    expect(codes({ facts: [alone], regisseurs: 0 })).to.include('own-strength-too-long 2026-01-05');
    expect(codes({ facts: [alone], regisseurs: withDeputy })).to.deep.equal([]);
    const worried = (['wonen', 'gezondheid', 'veiligheid'] as const).map((domain) => ({
      memberId: 'ouder-1',
      domain,
      state: 'concern' as const,
      lookedOn: '2026-10-01',
      lookedBy: 'Wil',
    }));
    expect(codes({ lifeDomains: [...seen, ...worried] })).to.include('own-strength-too-light 2026-10-01');
    const parties = [aParty(), aParty({ id: 'party-2' })];
    expect(codes({ lifeDomains: [...seen, ...worried], parties, regisseurs: withDeputy })).to.deep.equal([]);
    const failed = { what: 'cursus', organisation: 'X', since: null, until: null, helped: 'no' } as const;
    const trajectories = [
      { id: 't1', ...failed },
      { id: 't2', ...failed },
    ];
    expect(codes({ trajectories })).to.include('own-strength-too-light ?');
  });

  it('sees who has no worker now, and which first appointment is late', () => {
    const measure = {
      id: 'm1',
      measureKind: 'ots',
      since: '2026-11-01',
      until: null,
      firstAppointmentBy: '2026-11-06',
      firstAppointmentOn: null,
    };
    const gone = {
      id: 'h1',
      factId: 'f1',
      measureId: 'm1',
      from: 'A',
      to: null,
      on: '2026-11-10',
      takenOverOn: null,
      reason: 'x',
      done: [],
    };
    const wishes = { measures: [measure], handovers: [gone], regisseurs: withDeputy };
    expect(codes(wishes)).to.deep.equal(['no-fixed-worker 2026-11-10', 'appointment-missed 2026-11-06']);
  });
});

describe('continuity', () => {
  const change = (id: string, on: string, takenOverOn: string | null, measureId: string | null = null) => ({
    id,
    factId: id,
    measureId,
    from: 'A',
    to: takenOverOn === null ? null : 'B',
    on,
    takenOverOn,
    reason: 'x',
    done: [],
  });
  const measure = {
    id: 'm1',
    measureKind: 'ots',
    since: '2026-01-01',
    until: '2026-10-31',
    firstAppointmentBy: '2026-01-08',
    firstAppointmentOn: '2026-01-05',
  };

  it('counts changes and days without a worker, apart for each measure', () => {
    const handovers = [
      change('a', '2026-03-06', '2026-03-07'),
      change('b', '2026-06-30', '2026-07-11'),
      change('c', '2026-10-21', null, 'm1'),
    ];
    expect(continuityOf({ handovers, measures: [measure] }, today)).to.deep.equal([
      { measureId: null, changes: 2, daysWithout: 10, withoutSince: null },
      { measureId: 'm1', changes: 1, daysWithout: 10, withoutSince: null },
    ]);
  });

  it('counts on to today while nobody took over, across the clock change', () => {
    const handovers = [change('a', '2026-10-13', null)];
    expect(continuityOf({ handovers, measures: [] }, today)).to.deep.equal([
      { measureId: null, changes: 1, daysWithout: 41, withoutSince: '2026-10-13' },
    ]);
  });
});

describe('van het kastje naar de muur', () => {
  it('is the number of referrals that ended in nothing, and where', () => {
    const referral = (id: string, to: string, kind: 'sent' | 'done' | 'refused') => ({
      id,
      factId: id,
      to,
      purpose: 'regie',
      on: today,
      by: 'Wil',
      outcome:
        kind === 'sent' ? { kind } : kind === 'done' ? { kind, on: today } : { kind, on: today, reason: 'wachtlijst' },
    });
    const referrals = [
      referral('1', 'MEE', 'refused'),
      referral('2', 'mee', 'refused'),
      referral('3', 'School', 'sent'),
      referral('4', 'Team', 'done'),
    ];
    expect(wallCount({ referrals })).to.deep.equal({
      referrals: 4,
      withoutResult: 2,
      parties: [{ to: 'MEE', times: 2 }],
    });
  });
});

describe('what waits in a family', () => {
  it('stands in the order of its days, what has none last, and says what is late', () => {
    const promise = { what: 'Bellen', toWhom: 'ouder', owner: 'w', madeOn: '2026-11-01', keptOn: null, missedOn: null };
    const familyCase = aFamilyCase({
      plans: [aPlan({ reviewBy: '2027-01-04' })],
      promises: [
        { ...promise, id: 'p1', due: null },
        { ...promise, id: 'p2', due: '2026-11-20' },
        { ...promise, id: 'p3', due: '2026-11-19', keptOn: '2026-11-19' },
      ],
      aftercare: {
        since: '2026-10-01',
        contact: 'W',
        moments: [{ due: '2026-11-23', doneOn: null, relapse: false, note: null }],
        relapseSigns: [],
        relapsePlan: 'Bel.',
        chronicReviewOn: '2026-12-01',
        endedOn: null,
      },
    });
    expect(
      openWork(familyCase, someSettings, today).map(({ kind, due, overdue }) => [kind, due, overdue]),
    ).to.deep.equal([
      ['promise-due', '2026-11-20', true],
      ['aftercare-moment', '2026-11-23', false],
      ['chronic-review', '2026-12-01', false],
      ['plan-review', '2027-01-04', false],
      ['promise-without-date', null, false],
    ]);
  });

  it('is nothing for a family without open ends', () => {
    expect(openWork(aFamilyCase({ plans: 0 }), someSettings, today)).to.deep.equal([]);
  });
});
