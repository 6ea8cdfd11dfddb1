/** A colleague, or the parent, was first: every form with words in it gives them back, with who did what when. */
import { expect } from 'chai';
import type { Escalation } from '../../../cases/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aDeskTalk, DESK_CARD } from '../../support/a-desk-talk.ts';
import { aCard } from '../../support/a-family-case.ts';
import { dataIn, elementsIn, filledIn } from '../../support/card-walk.ts';
import { officer1, officer2 } from '../../support/case-world.ts';
import { byOtto, type Late, lateForms, takenBack, typed, writtenAt } from '../../support/late-forms.ts';

const THEIRS = 'card-0000000000000002';
async function aDeskOfTwo(stored: Partial<Escalation>) {
  const cards = [
    aCard({ cardRef: DESK_CARD, addressee: officer1.id }),
    aCard({ cardRef: THEIRS, addressee: officer2.id }),
  ];
  return aDeskTalk({ escalation: stored, family: { cards } });
}

type Desk = Awaited<ReturnType<typeof aDeskOfTwo>>;

async function happens(desk: Desk, meanwhile: Late['meanwhile']): Promise<void> {
  const { cases: ports, register } = desk.world;
  if (meanwhile !== 'withdraws') {
    const done = await ports.asOfficer(officer2, { cardRef: THEIRS }, meanwhile, 'theirs');
    if (done.kind !== 'card') throw new Error(`${meanwhile.kind}: ${JSON.stringify(done)}`);
    return;
  }
  const before = await desk.stored();
  const at = '2026-11-23T08:00:00.000Z';
  const escalations = before.escalations.map((one): Escalation => {
    const { id, owner, due } = one;
    const none = { reason: null, day: null, about: null };
    const step = { ...none, id: `w-${id}`, kind: 'withdrawn', at, by: { kind: 'parent' }, owner, due } as const;
    return { ...one, state: { kind: 'withdrawn', by: 'parent', reason: '', at }, steps: [...one.steps, step] };
  });
  await register.commit({ ...before, version: before.version + 1, escalations });
}

/** The form is opened, somebody is first, and then it is sent. */
async function sentLate({ form, stored, fields, meanwhile }: Late) {
  const desk = await aDeskOfTwo(stored);
  await desk.submit(`form-${form}`, {});
  const button = dataIn(desk.newest()).find((data) => typeof data === 'object' && data !== null && 'form' in data);
  const data = { ...(button ?? {}), ...filledIn(desk.newest(), fields) };
  await happens(desk, meanwhile);
  const before = await desk.stored();
  const told = await desk.submit(`do-${form}`, data);
  return { desk, told, before };
}

describe('a form of the desk that comes too late', () => {
  for (const [name, late] of Object.entries(lateForms))
    it(`says who did what when and gives every word back: ${name}`, async () => {
      const { desk, told, before } = await sentLate(late);
      expect(told)
        .to.match(late.heard)
        .and.include(textOf(late.after ?? 'bureau.getypt-terug'));
      const fields = elementsIn(desk.newest()).filter(({ type }) => type === 'Input.Text');
      expect(fields.map(({ value }) => value)).to.include(typed);
      const verbs = elementsIn(desk.newest()).map(({ verb }) => verb);
      expect(verbs).to.include('open').and.not.include(`do-${late.form}`);
      const { escalations, notices } = await desk.stored();
      expect(escalations).to.deep.equal(before.escalations);
      expect(notices).to.deep.equal(before.notices);
    });

  it('gives way to the card as it is now when nobody typed a word, and says who was first', async () => {
    const callBacks: Escalation['callBacks'] = [
      {
        id: 'call-1',
        reach: '06 12345678',
        by: { kind: 'parent' },
        askedAt: writtenAt,
        due: '2026-11-27',
        nextDue: '2026-11-27',
        owner: officer1.id,
        missed: [],
        done: null,
      },
    ];
    const { desk, told } = await sentLate({
      form: 'call-back-done',
      stored: { callBacks },
      fields: { callBackId: '#0', on: '2026-11-23' },
      meanwhile: { kind: 'call-back-done', callBackId: 'call-1', on: '2026-11-23' },
      heard: byOtto('call-back-done'),
    });
    expect(told).to.match(byOtto('call-back-done')).and.include(textOf('weiger.not-open'));
    expect(elementsIn(desk.newest()).map(({ type }) => type)).to.include('ActionSet');
  });

  for (const [verb, fields] of [
    ['do-ask-more', { question: typed, of: 'parent', due: '2026-11-27' }],
    ['decide', { verdict: 'granted', reason: typed, effectiveOn: '2026-12-01' }],
    ['decide', { verdict: 'misschien', reason: typed, effectiveOn: '2026-12-01' }],
  ] as const)
    it(`gives back what was typed on a card that went to a colleague and works no more: ${verb}`, async () => {
      const voided = aCard({ cardRef: DESK_CARD, addressee: officer1.id, state: 'void' });
      const desk = await aDeskTalk({ family: { cards: [voided] } });
      const told = await desk.submit(verb, fields);
      expect(told).to.include(textOf('weiger.card-void')).and.include(typed).and.not.include('Niemand belt terug.');
      expect((await desk.escalation()).state.kind).to.equal('filed');
    });

  it('gives way to the decision when the same words stand in it', async () => {
    const desk = await aDeskOfTwo({});
    const data = { verdict: 'granted', reason: typed, effectiveOn: '2026-12-01' };
    await desk.submit('decide', data);
    const told = await desk.submit('decide', { ...data, verdict: 'refused' });
    expect(told).to.include('Al besloten door').and.include(textOf('besloten.kop')).and.include(typed);
    expect(told).to.not.include(textOf('bureau.getypt-terug'));
  });

  it('shows no words of a parent who took the question back', async () => {
    const { desk } = await sentLate({
      form: 'comment',
      stored: {},
      fields: { about: '#0', text: typed },
      meanwhile: 'withdraws',
      heard: takenBack,
    });
    expect(JSON.stringify(desk.newest())).to.not.include('Niemand belt terug.');
  });

  it('of a colleague who has no reference of what was shown is carried out, as from before an update', async () => {
    const desk = await aDeskOfTwo({});
    await happens(desk, { kind: 'summarise', text: 'De ouder wil een naam.' });
    await desk.submit('do-summarise', { form: 'form-000000000000001', text: typed });
    expect((await desk.escalation()).summary).to.equal(typed);
  });
});
