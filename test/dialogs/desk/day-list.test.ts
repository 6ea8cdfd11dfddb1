import { expect } from 'chai';
import { type FamilyCase, trackedPromises } from '../../../cases/index.ts';
import { dayLines, type DayRow } from '../../../cards/index.ts';
import { dayList } from '../../../dialogs/index.ts';
import { aCard, aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aDesk, aLesson, anOrder } from '../../support/a-desk.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { officer1, officer2, worker1 } from '../../support/case-world.ts';

const today = '2026-11-23';
const words = (key: string, values?: Readonly<Record<string, string>>) => aKnowledge().text(key, values);

const promised = (id: string, due: string | null): FamilyCase['promises'][number] => ({
  ...{ id, what: `Belofte ${id}`, toWhom: null, owner: 'Wil Werker', madeOn: '2026-10-01', due },
  ...{ keptOn: null, missedOn: null },
});

const near = (promises: FamilyCase['promises'], addressee = officer1.id): FamilyCase =>
  aFamilyCase({
    promises,
    escalations: [anEscalation()],
    cards: [aCard({ cardRef: 'card-0000000000000001', addressee })],
  });

const listOf = async (families: readonly FamilyCase[], actor = officer1, day = today) => {
  const { world } = await aWorkerTalk({ families });
  const pause = () => Promise.resolve();
  const replies = await dayList({ cases: world.cases, knowledge: aKnowledge(), today: day, pause }, actor);
  return replies.flatMap((reply) => (reply.kind === 'text' ? reply.paragraphs : []));
};

describe('the day of an officer', () => {
  it('tells of promises that are late or due today, the oldest in front, and of nothing that can wait', async () => {
    const [head, ...lines] = await listOf([
      near([
        promised('morgen', '2026-11-24'),
        promised('vandaag', today),
        promised('laat', '2026-11-20'),
        promised('ooit', null),
        promised('later', '2026-11-21'),
      ]),
    ]);
    expect(head).to.equal(textOf('dag.kop'));
    expect(lines.map((line) => /Belofte (\w+)/.exec(line)?.[1])).to.deep.equal(['laat', 'later', 'vandaag']);
    expect(lines[0]).to.include('20 november 2026').and.include('De Vries');
  });

  it('says nothing where nothing waits, and tells nobody of what lies with another', async () => {
    expect(await listOf([near([promised('morgen', '2026-11-24')])])).to.deep.equal([]);
    const late = near([promised('laat', '2026-11-20')], officer2.id);
    expect(await listOf([late])).to.deep.equal([]);
    expect(await listOf([late], officer2)).to.have.length(2);
    expect(await listOf([late], worker1)).to.deep.equal([textOf('weiger.not-allowed')]);
  });

  it('tells of orders that were not carried out and of proposals that wait, without the words of the parent', () => {
    const desk = aDesk();
    desk.says({ kind: 'propose', subject: 'regisseur', who: 'Rik', text: 'Laat mijn zus meepraten.' });
    const reason = 'Er komt een regisseur.';
    desk.does({ kind: 'decide', verdict: 'granted', reason, effectiveOn: '2027-01-04', order: anOrder });
    desk.on('2026-12-02');
    const rows = trackedPromises(desk.case(), '2026-12-02').map((promise): DayRow => ({ promise, family: 'De Vries' }));
    const [, order, proposal, ...rest] = dayLines([...rows].reverse(), '2026-12-02', words);
    expect(order)
      .to.include(`${textOf('afspraken.kind.order')}: ${anOrder.what}`)
      .and.include('1 december 2026');
    expect(proposal).to.include(textOf('afspraken.kind.proposal')).and.not.include('zus');
    expect(rest).to.deep.equal([]);
  });

  it('tells of what a decision promised on its day, and of its lateness from the day after until it is closed', () => {
    const desk = aDesk();
    desk.does({ kind: 'decide', verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-12-01' });
    const linesOn = (day: string) => {
      desk.on(day);
      const rows = trackedPromises(desk.case(), day).map((promise): DayRow => ({ promise, family: 'De Vries' }));
      return dayLines(rows, day, words).slice(1);
    };
    const values = { wat: `${textOf('afspraken.kind.decision')}: Er komt een regisseur.`, gezin: 'De Vries' };
    expect(linesOn('2026-11-30')).to.deep.equal([]);
    expect(linesOn('2026-12-01')).to.deep.equal([words('dag.vandaag', values)]);
    const late = words('dag.laat', { ...values, datum: 'dinsdag 1 december 2026' });
    expect(linesOn('2026-12-02')).to.deep.equal([late]);
    desk.does({ kind: 'close', lesson: aLesson });
    expect(linesOn('2026-12-02')).to.deep.equal([]);
  });

  it('tells the officer who has the question of a decision that begins today', async () => {
    const desk = aDesk({ familyCase: aFamilyCase() });
    const begins = '2026-12-01';
    desk.does({ kind: 'decide', verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: begins });
    const told = `${textOf('afspraken.kind.decision')}: Er komt een regisseur.`;
    expect((await listOf([desk.case()], officer1, begins)).slice(1)).to.deep.equal([
      words('dag.vandaag', { wat: told, gezin: 'Gezin De Vries' }),
    ]);
    expect(await listOf([desk.case()], officer2, begins)).to.deep.equal([]);
    expect(await listOf([desk.case()])).to.deep.equal([]);
  });

  it('is short: five lines, and how many more there are', async () => {
    const many = Array.from({ length: 8 }, (_, at) => promised(`nummer${at}`, '2026-11-20'));
    const lines = await listOf([near(many)]);
    expect(lines).to.have.length(7);
    expect(lines.at(-1)).to.equal(words('dag.meer', { aantal: '3' }));
  });
});
