import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { decidedBy, decision, lesson, reason } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { officer1 } from '../../support/case-world.ts';

describe('the end of an escalation', () => {
  it('does not come while an order runs, and the card says so', async () => {
    const desk = await decidedBy();
    expect(await desk.submit('form-close', {})).to.include(textOf('weiger.cannot-close.order-open'));
    expect(await desk.submit('do-close', lesson)).to.include(textOf('weiger.cannot-close.order-open'));
    expect((await desk.escalation()).closing).to.equal(null);
  });

  it('does not come before the day on which the decision begins: the card says which, and what was typed comes back', async () => {
    const desk = await aDeskTalk();
    await desk.fills('decide', { ...decision, effectiveOn: '2026-12-01' });
    const why = 'Dit besluit gaat in op dinsdag 1 december 2026. Sluit de vraag op die dag of daarna';
    const { shown, told } = await desk.fills('close', lesson);
    expect(shown).to.include(why).and.not.include(textOf('bureau.veld.cameAcross'));
    expect(told).to.include(why).and.include(textOf('bureau.getypt-terug'));
    for (const typed of Object.values(lesson)) expect(told).to.include(typed);
    expect((await desk.escalation()).closing).to.equal(null);
    desk.world.setTime('2026-12-01T09:00:00.000Z');
    await desk.fills('close', lesson);
    expect((await desk.escalation()).closing?.lesson).to.deep.include(lesson);
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
