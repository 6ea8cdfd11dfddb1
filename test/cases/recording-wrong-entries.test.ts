import { expect } from 'chai';
import { type CaseEntry } from '../../cases/index.ts';
import { aRecordingWorld, aReferral, aRequest, today } from '../support/a-recording.ts';

describe('a wrong entry', () => {
  const wrong: readonly (readonly [string, CaseEntry, readonly string[]])[] = [
    [
      'request',
      aRequest({ words: ' ', from: '', askedOf: 'x'.repeat(401), on: '2026-02-30' }),
      ['words', 'from', 'askedOf', 'on'],
    ],
    ['request', aRequest({ on: '2026-11-24' }), ['on']],
    [
      'answer',
      { kind: 'answer', requestId: null, outcome: 'granted', reason: 'kort', on: today },
      ['requestId', 'reason'],
    ],
    ['signals', { kind: 'signals', codes: [], from: 'ouder', words: null, note: null, on: today }, ['codes']],
    [
      'signals',
      { kind: 'signals', codes: ['request-granted'], from: 'ouder', words: null, note: null, on: today },
      ['codes'],
    ],
    ['signal-handled', { kind: 'signal-handled', signalId: 'none', what: '', on: today }, ['signalId', 'what']],
    ['referral', aReferral({ to: '', purpose: ' ' }), ['to', 'purpose']],
    [
      'referral-outcome',
      { kind: 'referral-outcome', referralId: 'none', outcome: 'refused', reason: '', on: today },
      ['referralId', 'reason'],
    ],
    [
      'party',
      { kind: 'party', organisation: '', person: null, task: '', domain: null, on: today },
      ['organisation', 'task'],
    ],
    ['party-ended', { kind: 'party-ended', partyId: 'none', on: today }, ['partyId']],
    [
      'plan',
      {
        kind: 'plan',
        plan: {
          planKind: '',
          owner: null,
          reviewBy: '2026-13-01',
          members: ['stranger'],
          domains: [],
          priorities: [],
          agreedBy: [],
        },
        on: today,
      },
      ['planKind', 'reviewBy', 'members'],
    ],
    ['plan-agreed', { kind: 'plan-agreed', planId: 'none', agreedBy: [' '], on: today }, ['planId', 'agreedBy']],
    ['plan-ended', { kind: 'plan-ended', planId: 'none', on: today }, ['planId']],
    [
      'regisseur',
      {
        kind: 'regisseur',
        regisseur: { name: '', organisation: '', canLead: 'yes', mandate: 'yes', match: 'yes', deputy: null },
        on: today,
      },
      ['name', 'organisation'],
    ],
    [
      'regisseur-lost',
      { kind: 'regisseur-lost', regisseurId: 'none', reason: '', on: today },
      ['regisseurId', 'reason'],
    ],
    [
      'worker-change',
      { kind: 'worker-change', measureId: 'none', from: null, to: null, takenOverOn: today, reason: '', on: today },
      ['measureId', 'to', 'reason'],
    ],
    [
      'handover',
      { kind: 'handover', handoverId: 'none', to: null, takenOverOn: null, done: [], on: today },
      ['handoverId', 'to'],
    ],
    ['measure', { kind: 'measure', measureKind: '', on: today }, ['measureKind']],
    ['measure-ended', { kind: 'measure-ended', measureId: 'none', on: today }, ['measureId']],
    [
      'rejection',
      { kind: 'rejection', what: '', rule: '', alternative: null, maatwerk: false, on: today },
      ['what', 'rule'],
    ],
    [
      'promise',
      { kind: 'promise', what: '', toWhom: '', owner: '', due: '2026-11-22', on: today },
      ['what', 'toWhom', 'owner', 'due'],
    ],
    ['promise-kept', { kind: 'promise-kept', promiseId: 'none', on: today }, ['promiseId']],
    [
      'aftercare',
      { kind: 'aftercare', contact: '', relapseSigns: [], relapsePlan: '', chronicReviewOn: '2026-01-01', on: today },
      ['contact', 'relapsePlan', 'chronicReviewOn'],
    ],
    [
      'aftercare-moment',
      { kind: 'aftercare-moment', due: today, relapse: false, note: null, nextReviewOn: null, on: today },
      ['due'],
    ],
    ['aftercare-ended', { kind: 'aftercare-ended', reason: 'x', on: today }, ['aftercare', 'reason']],
    ['life-domains', { kind: 'life-domains', memberId: 'stranger', looks: [], on: today }, ['memberId', 'looks']],
    ['tasks', { kind: 'tasks', tasks: [{ what: '', who: '', due: 'morgen' }], on: today }, ['what', 'who', 'due']],
    ['task-done', { kind: 'task-done', taskId: 'none', on: today }, ['taskId']],
    [
      'trajectory',
      {
        kind: 'trajectory',
        trajectory: { what: '', organisation: '', since: 'ooit', until: null, helped: 'no' },
        on: today,
      },
      ['what', 'organisation', 'since'],
    ],
  ];
  for (const [kind, entry, fields] of wrong)
    it(`(${kind}) is refused at ${fields.join(', ')}, and nothing is saved`, async () => {
      const { record, stored } = await aRecordingWorld();
      const outcome = await record(entry);
      expect(outcome.kind).to.equal('invalid');
      if (outcome.kind === 'invalid') expect(outcome.fields.map(({ field }) => field)).to.have.members([...fields]);
      expect((await stored()).version).to.equal(1);
    });
});
