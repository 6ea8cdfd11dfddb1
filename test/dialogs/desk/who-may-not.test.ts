import { expect } from 'chai';
import fc from 'fast-check';
import { textOf } from '../../support/a-knowledge.ts';
import { decision, lesson, reason } from '../../support/a-desk-decision.ts';
import { aDeskTalk, DESK_CARD } from '../../support/a-desk-talk.ts';
import { officer1, officer2, worker1 } from '../../support/case-world.ts';

describe('who may not', () => {
  const filedByOfficer = { filedBy: { kind: 'officer', id: officer1.id, name: officer1.name } } as const;

  it('decides, asks or closes what was filed by oneself (four eyes)', async () => {
    const desk = await aDeskTalk({ escalation: filedByOfficer });
    for (const [verb, data] of [
      ['decide', decision],
      ['form-decide', {}],
      ['do-ask-more', { question: 'Wie?', of: 'parent', due: '2026-12-01' }],
      ['do-close', lesson],
      ['do-regisseur', { name: 'X', organisation: 'Y', canLead: 'yes', mandate: 'yes', match: 'yes' }],
    ] as const)
      expect(await desk.submit(verb, data), verb).to.equal(textOf('weiger.own-escalation'));
    expect((await desk.escalation()).state.kind).to.equal('filed');
  });

  it('does anything as a worker, or as an officer without this card', async () => {
    for (const as of [worker1, officer2]) {
      const desk = await aDeskTalk({ as });
      for (const verb of [
        'open',
        'take',
        'decide',
        'do-decide',
        'form-order',
        'do-ask-more',
        'timeline',
        'facts',
        'norms',
        'words',
      ])
        expect(await desk.submit(verb, decision), `${as.id} ${verb}`).to.equal(textOf('weiger.not-allowed'));
      expect((await desk.escalation()).state.kind).to.equal('filed');
      expect(desk.world.auditLines().filter(({ event }) => event.startsWith('denied:'))).to.have.length(10);
    }
  });

  it('acts with a role that was taken away a moment earlier', async () => {
    const desk = await aDeskTalk();
    await desk.submit('form-ask-more', {});
    desk.world.roles.delete(officer1.id);
    expect(await desk.submit('do-ask-more', { question: 'Wie?', of: 'parent', due: '2026-12-01' })).to.equal(
      textOf('weiger.not-allowed'),
    );
    expect((await desk.escalation()).questions).to.deep.equal([]);
  });

  it('changes anything with data that is made up, without the reference of a card of one’s own', async () => {
    const desk = await aDeskTalk();
    const before = await desk.stored();
    const verbs = ['take', 'decide', 'do-ask-more', 'do-order', 'do-close', 'do-hand-over', 'do-reopen', 'do-comment'];
    const data = fc.record({
      cardRef: fc.oneof(fc.string(), fc.constant('card-0000000000000002'), fc.constant(null)),
      caseId: fc.constant('case-1'),
      escalationId: fc.constant('escalation-1'),
      role: fc.constant('officer'),
      approvedBy: fc.string(),
      reason: fc.constant(reason),
      verdict: fc.constant('granted'),
      effectiveOn: fc.constant('2026-12-01'),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...verbs), data, async (verb, made) => {
        fc.pre(made.cardRef !== DESK_CARD);
        await desk.submit(verb, made);
      }),
      { numRuns: 100 },
    );
    expect(await desk.stored()).to.deep.equal(before);
  });

  it('answers every further decision with by whom and when it was decided, and changes nothing', async () => {
    const desk = await aDeskTalk();
    await desk.submit('decide', decision);
    const stored = await desk.stored();
    for (let press = 0; press < 10; press += 1)
      expect(await desk.submit('decide', { ...decision, verdict: 'refused' })).to.match(
        /Al besloten door Olga Officier op maandag 23 november 2026/,
      );
    expect(await desk.submit('form-decide', {})).to.match(/Al besloten door Olga Officier/);
    const { escalations, notices } = await desk.stored();
    expect(escalations).to.deep.equal(stored.escalations);
    expect(notices).to.deep.equal(stored.notices);
  });
});
