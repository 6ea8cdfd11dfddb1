import { expect } from 'chai';
import type { Escalation } from '../../../cases/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { reason } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { officer1, officer2, worker1 } from '../../support/case-world.ts';

const proposal = {
  id: 'proposal-1',
  subject: 'regisseur',
  who: 'Mevrouw Bakker',
  words: { text: 'Zij kent ons.', sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' },
  by: { kind: 'parent' },
  answer: null,
} as const satisfies Escalation['proposals'][number];

describe('the desk acts', () => {
  it('asks for more, from whom and by when, once however often it is pressed', async () => {
    const desk = await aDeskTalk();
    const { shown, told, again } = await desk.fills('ask-more', {
      question: 'Wie belde het laatst?',
      of: '#1',
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

  it('assigns a regisseur, and the clock of the plan starts', async () => {
    const desk = await aDeskTalk();
    const { told } = await desk.fills('regisseur', {
      name: 'R. Nieuw',
      organisation: 'Team Twee',
      canLead: 'yes',
      mandate: 'yes',
      match: 'unknown',
      replaces: 'yes',
    });
    expect((await desk.escalation()).planBy).to.equal('2027-01-04');
    expect(told).to.include(textOf('bureau.wacht.plan')).and.include('maandag 4 januari 2027');
  });

  it('answers a proposal of the parent', async () => {
    const desk = await aDeskTalk({ escalation: { proposals: [proposal] } });
    expect(await desk.opens())
      .to.include('Mevrouw Bakker')
      .and.include('Zij kent ons.');
    const { told } = await desk.fills('proposal', { proposalId: '#0', verdict: 'granted', reason });
    expect(told).to.include(textOf('bureau.voorstel-granted'));
    expect((await desk.escalation()).proposals[0]?.answer?.by.name).to.equal(officer1.name);
  });

  it('hands over to a colleague on the list, and to nobody else', async () => {
    const desk = await aDeskTalk();
    const { shown } = await desk.fills('hand-over', { to: '7', reason });
    expect(shown).to.include(officer2.name).and.not.include(`${officer1.name} `);
    expect((await desk.escalation()).owner).to.equal(officer1.id);
    await desk.fills('hand-over', { to: '#0', reason });
    expect((await desk.escalation()).owner).to.equal(officer2.id);
  });

  it('reacts to a step, and writes a summary apart from the own words', async () => {
    const desk = await aDeskTalk();
    await desk.submit('take', {});
    await desk.fills('summarise', { text: 'De ouder vraagt om één naam.' });
    await desk.fills('comment', { about: '#2', text: 'Wij bellen morgen.' });
    const { comments, summary, ownWords, steps } = await desk.escalation();
    expect(summary).to.equal('De ouder vraagt om één naam.');
    expect(ownWords.text).to.equal('Niemand belt terug.');
    expect(comments[0]?.about).to.equal(steps[1]?.id);
  });
});
