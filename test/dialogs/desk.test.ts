import { expect } from 'chai';
import fc from 'fast-check';
import type { Escalation } from '../../cases/index.ts';
import { aMember } from '../support/a-family-case.ts';
import { textOf } from '../support/a-knowledge.ts';
import { aDeskTalk, DESK_CARD } from '../support/a-desk-talk.ts';
import { officer1, officer2, worker1 } from '../support/case-world.ts';

const reason = 'De afspraak met de ouder gaat voor.';
const decision = { verdict: 'granted', reason, effectiveOn: '2026-12-01' };
const order = {
  orderTo: 'Jeugdhulp Plus',
  orderWhat: 'Een regisseur leveren',
  orderBasis: 'Contract artikel 4',
  orderDue: '2026-12-08',
};
const lesson = {
  cameAcross: 'Alsof niemand luisterde.',
  why: 'Niemand voelde zich eigenaar.',
  changes: 'Een naam bij elk verzoek.',
};
const proposal = {
  id: 'proposal-1',
  subject: 'regisseur',
  who: 'Mevrouw Bakker',
  words: { text: 'Zij kent ons.', sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' },
  by: { kind: 'parent' },
  answer: null,
} as const satisfies Escalation['proposals'][number];

const decidedBy = async () => {
  const desk = await aDeskTalk();
  await desk.fills('decide-order', { ...decision, ...order });
  return desk;
};

describe('the desk reads', () => {
  it('what there is to fill in for a decision, before anything is decided', async () => {
    const desk = await aDeskTalk();
    const form = await desk.submit('decide', {});
    expect(form).to.include(textOf('bureau.form.decide')).and.not.include(textOf('fout.reason'));
    expect((await desk.escalation()).state.kind).to.equal('filed');
  });

  it('everything of an escalation on one card: the words, the clock, whose it is', async () => {
    const text = await (await aDeskTalk()).opens();
    expect(text)
      .to.include('Niemand belt terug.')
      .and.include('Gezin De Vries')
      .and.include('vrijdag 4 december 2026')
      .and.include('Ligt bij')
      .and.include(officer1.name);
  });

  it('the own words whole, part by part, and nothing is lost between the parts', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `woord${at}`).join(' ');
    const desk = await aDeskTalk({
      escalation: { ownWords: { text: words, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' } },
    });
    expect(await desk.opens()).to.include(textOf('kaart.tekst-ingekort'));
    const pages = await Promise.all(['1', '2', '3', '4'].map((part) => desk.submit('words', { part })));
    const parts = pages.map((page) => page.split('\n').find((line) => /woord\d/.test(line)) ?? '');
    expect(parts.join('')).to.equal(words);
    expect(pages[0]).to.include('1 / 4').and.include(textOf('bureau.knop.lees-verder'));
    expect(pages[3]).to.include('4 / 4').and.not.include(textOf('bureau.knop.lees-verder'));
  });

  it('the steps with who and when, and the way back', async () => {
    const desk = await aDeskTalk();
    await desk.submit('take', {});
    const page = await desk.submit('timeline', {});
    expect(page)
      .to.include('maandag 23 november 2026')
      .and.include(textOf('bureau.stap.taken'))
      .and.include(officer1.name)
      .and.include(textOf('bureau.knop.terug'));
  });

  for (const verb of ['timeline', 'facts', 'words', 'answers'])
    it(`records every look and changes nothing: ${verb}`, async () => {
      const desk = await aDeskTalk();
      await desk.opens();
      const before = await desk.stored();
      const looks = desk.world.auditLines().length;
      await desk.submit(verb, {});
      expect(await desk.stored()).to.deep.equal(before);
      expect(desk.world.auditLines()).to.have.length(looks + 1);
    });
});

describe('the desk acts', () => {
  it('asks for more, from whom and by when, once however often it is pressed', async () => {
    const desk = await aDeskTalk();
    const { shown, told, again } = await desk.fills('ask-more', {
      question: 'Wie belde het laatst?',
      of: 'worker-0',
      due: '2026-11-27',
    });
    expect(shown).to.include(worker1.name);
    expect(told).to.include(textOf('bureau.klaar.ask-more')).and.include('vrijdag 27 november 2026');
    await again();
    await again();
    const { questions, due } = await desk.escalation();
    expect(questions).to.have.length(1);
    expect(questions[0]).to.deep.include({ due: '2026-11-27', of: { kind: 'worker', id: worker1.id } });
    expect(due).to.equal('2026-12-04');
  });

  for (const [of, outside, kept] of [
    ['parent', '', { kind: 'parent' }],
    ['outside', 'De huisarts', { kind: 'outside', name: 'De huisarts' }],
  ] as const)
    it(`asks ${of} for more`, async () => {
      const desk = await aDeskTalk();
      await desk.fills('ask-more', { question: 'Wie belde het laatst?', of, outside, due: '2026-11-27' });
      expect((await desk.escalation()).questions[0]?.of).to.deep.equal(kept);
    });

  it('asks nobody without a name', async () => {
    const desk = await aDeskTalk();
    const { told } = await desk.fills('ask-more', { question: 'Wie?', of: 'outside', outside: ' ', due: '2026-11-01' });
    expect(told).to.include(textOf('bureau.fout.outside')).and.include(textOf('bureau.fout.due')).and.include('Wie?');
    expect((await desk.escalation()).questions).to.deep.equal([]);
  });

  it('says that it is not for us only with who it is for, why, and from when', async () => {
    const desk = await aDeskTalk();
    const wrong = await desk.fills('elsewhere', { to: ' ', reason: 'kort', effectiveOn: '2026-11-01' });
    for (const fault of ['bureau.fout.to', 'fout.reason', 'fout.effectiveOn'])
      expect(wrong.told.split(textOf(fault)), fault).to.have.length.of.at.least(2);
    expect((await desk.escalation()).state.kind).to.equal('filed');
    await desk.fills('elsewhere', { to: 'Leerplicht', reason, effectiveOn: '2026-12-01' });
    const { state } = await desk.escalation();
    expect(state.kind === 'decided' && state.decision).to.deep.include({
      verdict: 'elsewhere',
      effectiveOn: '2026-12-01',
    });
    expect(state.kind === 'decided' && state.decision.grounds?.to).to.equal('Leerplicht');
  });

  it('decides with an order to an organisation: what, on what ground, by when', async () => {
    const desk = await decidedBy();
    const { orders, state } = await desk.escalation();
    expect(state.kind).to.equal('decided');
    expect(orders[0]).to.deep.include({
      to: order.orderTo,
      what: order.orderWhat,
      basis: order.orderBasis,
      due: order.orderDue,
    });
    expect(await desk.opens())
      .to.include(order.orderTo)
      .and.include(order.orderBasis)
      .and.include('dinsdag 8 december 2026');
  });

  const bare = { ...decision, verdict: 'refused', rule: 'Alleen zorg in natura' };
  for (const [what, fields] of [
    ['a rule', bare],
    ['a blocker that is a rule', { ...decision, verdict: 'refused', blocker: 'partner-rule' }],
  ] as const)
    it(`says no on ${what} only with an alternative or maatwerk; the fault stands at the field, what was typed stays`, async () => {
      const desk = await aDeskTalk();
      const { told } = await desk.fills('decide', { ...fields, reason, effectiveOn: '2026-11-01' });
      expect(told.split(textOf('bureau.fout.alternative'))).to.have.length(2);
      expect(told).to.include(textOf('fout.effectiveOn')).and.include(reason);
      expect((await desk.escalation()).state.kind).to.equal('filed');
      await desk.fills('decide', { ...fields, maatwerk: 'ja' });
      const { state } = await desk.escalation();
      expect(state.kind === 'decided' && state.decision.grounds?.maatwerk).to.equal(true);
    });

  it('says no for want of places without more, and yes on a rule', async () => {
    for (const fields of [
      { ...decision, verdict: 'refused', blocker: 'capacity' },
      { ...decision, rule: 'Alleen zorg in natura' },
    ]) {
      const desk = await aDeskTalk();
      await desk.fills('decide', fields);
      expect((await desk.escalation()).state.kind).to.equal('decided');
    }
  });

  it('follows an order: blocked with its reason, then carried out', async () => {
    const desk = await decidedBy();
    await desk.fills('order-blocked', { orderId: '0', blocker: 'capacity', reason });
    expect(await desk.opens()).to.include(textOf('bureau.blok.capacity'));
    const { told } = await desk.fills('order-done', { orderId: '0', on: '2026-11-23', note: '' });
    expect(told).to.include(textOf('bureau.klaar.order-done'));
    expect((await desk.escalation()).orders[0]?.done?.on).to.equal('2026-11-23');
    expect(await desk.submit('form-order-done', {})).to.include('Al besloten door');
  });

  it('assigns a regisseur, and the clock of the plan starts', async () => {
    const desk = await aDeskTalk();
    const { told } = await desk.fills('regisseur', {
      name: 'R. Nieuw',
      organisation: 'Team Twee',
      canLead: 'yes',
      mandate: 'yes',
      match: 'unknown',
    });
    expect((await desk.escalation()).planBy).to.equal('2027-01-04');
    expect(told).to.include(textOf('bureau.wacht.plan')).and.include('maandag 4 januari 2027');
  });

  it('answers a proposal of the parent', async () => {
    const desk = await aDeskTalk({ escalation: { proposals: [proposal] } });
    expect(await desk.opens())
      .to.include('Mevrouw Bakker')
      .and.include('Zij kent ons.');
    const { told } = await desk.fills('proposal', { proposalId: '0', verdict: 'granted', reason });
    expect(told).to.include(textOf('bureau.voorstel-granted'));
    expect((await desk.escalation()).proposals[0]?.answer?.by.name).to.equal(officer1.name);
  });

  it('hands over to a colleague on the list, and to nobody else', async () => {
    const desk = await aDeskTalk();
    const { shown } = await desk.fills('hand-over', { to: '7', reason });
    expect(shown).to.include(officer2.name).and.not.include(`${officer1.name} `);
    expect((await desk.escalation()).owner).to.equal(officer1.id);
    await desk.fills('hand-over', { to: '0', reason });
    expect((await desk.escalation()).owner).to.equal(officer2.id);
  });

  it('reacts to a step, and writes a summary apart from the own words', async () => {
    const desk = await aDeskTalk();
    await desk.submit('take', {});
    await desk.fills('summarise', { text: 'De ouder vraagt om één naam.' });
    await desk.fills('comment', { about: '2', text: 'Wij bellen morgen.' });
    const { comments, summary, ownWords, steps } = await desk.escalation();
    expect(summary).to.equal('De ouder vraagt om één naam.');
    expect(ownWords.text).to.equal('Niemand belt terug.');
    expect(comments[0]?.about).to.equal(steps[1]?.id);
  });
});

describe('the end of an escalation', () => {
  it('does not come while an order runs, and the card says so', async () => {
    const desk = await decidedBy();
    expect(await desk.submit('form-close', {})).to.include(textOf('weiger.cannot-close.order-open'));
    expect(await desk.submit('do-close', lesson)).to.include(textOf('weiger.cannot-close.order-open'));
    expect((await desk.escalation()).closing).to.equal(null);
  });

  it('does not come without the three answers; all faults show at once', async () => {
    const desk = await aDeskTalk();
    await desk.fills('decide', decision);
    const { told } = await desk.fills('close', {
      cameAcross: 'kort',
      why: '',
      changes: '  ',
      publishedAsked: 'Een regisseur',
    });
    for (const field of ['cameAcross', 'why', 'changes', 'publishedDid'])
      expect(told, field).to.include(textOf(`bureau.fout.${field}`));
    expect(told).to.include('Een regisseur');
    expect((await desk.escalation()).closing).to.equal(null);
  });

  it('comes with the lesson, once, and is shown; it can be opened again with a reason', async () => {
    const desk = await aDeskTalk();
    await desk.fills('decide', decision);
    const { told, again } = await desk.fills('close', lesson);
    expect(told).to.include(textOf('bureau.gesloten')).and.include(lesson.changes);
    await again();
    const { closing, steps } = await desk.escalation();
    expect(closing?.lesson).to.deep.include(lesson);
    expect(steps.filter(({ kind }) => kind === 'closed')).to.have.length(1);
    expect(await desk.submit('do-close', lesson)).to.match(
      /Al afgesloten door Olga Officier op maandag 23 november 2026/,
    );
    await desk.fills('reopen', { reason });
    expect((await desk.escalation()).state.kind).to.equal('filed');
  });

  it('answers a complaint statement by statement, with facts beside it, and a lesson', async () => {
    const words = (text: string) => ({ text, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' });
    const desk = await aDeskTalk({
      escalation: {
        complaints: [
          {
            id: 'complaint-1',
            at: '2026-11-22T09:00:00.000Z',
            by: { kind: 'parent' },
            due: '2027-01-03',
            nextDue: '2027-01-03',
            owner: officer1.id,
            missed: [],
            statements: [
              { id: 's-1', words: words('Niemand belde terug.'), answer: null },
              { id: 's-2', words: words('Er werd niet geluisterd.'), answer: null },
            ],
            answered: null,
          },
        ],
      },
    });
    await desk.submit('take', {});
    const answers = {
      'finding-0': 'founded',
      'answer-0': 'Wij belden te laat terug.',
      'facts-0': '1',
      'finding-1': 'cannot-say',
      'answer-1': 'Dat kunnen wij niet nagaan.',
    };
    const wrong = await desk.fills('complaint', { ...lesson, ...answers, 'facts-0': '99', 'answer-1': '' });
    expect(wrong.shown).to.include('1. maandag 23 november 2026: opgepakt');
    expect(wrong.told).to.include(textOf('bureau.fout.facts')).and.include(textOf('bureau.fout.answer'));
    await desk.fills('complaint', { ...lesson, ...answers });
    const [complaint] = (await desk.escalation()).complaints;
    expect(complaint?.answered?.by.name).to.equal(officer1.name);
    expect(complaint?.statements[0]?.answer?.facts).to.have.length(1);
    expect(await desk.submit('answers', {}))
      .to.include(textOf('bureau.oordeel.founded'))
      .and.include('Wij belden te laat terug.')
      .and.include(lesson.changes);
  });
});

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

describe('a hundred refreshes', () => {
  it('change nothing and tell nobody (C8)', async () => {
    const desk = await aDeskTalk({
      family: { family: { kind: 'known', label: 'Gezin', members: [aMember()], domains: [] } },
    });
    await desk.opens();
    const before = await desk.stored();
    for (let refresh = 0; refresh < 100; refresh += 1) await desk.opens();
    expect(await desk.stored()).to.deep.equal(before);
  });
});
