import { expect } from 'chai';
import type { Cases } from '../../../cases/index.ts';
import { anEscalation } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aTalk, cardsIn, heard, officer, worker } from '../../support/scripted-cases.ts';
import { bakker, check, deVries, own, question } from './a-worker-with-families.ts';

const form = {
  ownWords: ' Niemand belt {{terug}}. ',
  summary: '',
  complex: 'yes',
  stuck: 'about-to',
  harm: 'unknown',
};
const file: Cases['file'] = () =>
  Promise.resolve({ kind: 'filed', escalation: anEscalation(), followCode: 'K7QP-3M2X' });

async function withForm(script: Parameters<typeof aTalk>[0]['script'], says: string) {
  const talk = aTalk({ as: worker, script: { check, ...script } });
  const text = JSON.stringify(cardsIn(await talk.says(says))[0]);
  const refs = [...text.matchAll(/"(?:cardRef|value)":"(ref-[^"]+)"/g)].map(([, ref]) => ref ?? '');
  return { talk, text, refs, cardRef: refs.at(-1) ?? '' };
}

describe('filing by a worker', () => {
  it('is one form, filled in with the family and what the check found', async () => {
    const { text } = await withForm({ ownCases: own(bakker, deVries) }, 'leg gezin De Vries voor');
    expect(text)
      .to.include('Gezin De Vries')
      .and.include(textOf('formulier.uitleg.plan.none'))
      .and.not.include('Bakker');
  });

  it('comes with the family that was just checked', async () => {
    const flows = ['casus-check', 'leg-voor-medewerker'].flatMap((id) => aKnowledge().flow(id) ?? []);
    const withNext = flows.map((flow) => {
      const klaar = flow.stappen.klaar;
      if (flow.id !== 'casus-check' || klaar?.soort !== 'uitkomst') return flow;
      const vervolg = [{ soort: 'flow' as const, flow: 'leg-voor-medewerker', tekst: 'Leg dit gezin voor' }];
      return { ...flow, stappen: { ...flow.stappen, klaar: { ...klaar, vervolg } } };
    });
    const talk = aTalk({
      as: worker,
      knowledge: aKnowledge({ flows: withNext }),
      script: { ownCases: own(bakker, deVries), check },
    });
    const text = JSON.stringify(cardsIn(await talk.saysAll(question, 'Leg dit gezin voor'))[0]);
    expect(text).to.include('Gezin De Vries').and.not.include('Gezin Bakker');
  });

  it('opens from the verdict, about the same family', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(bakker, deVries), check } });
    const verdict = JSON.stringify(cardsIn(await talk.says(question))[0]);
    const [, cardRef] = /"cardRef":"([^"]+)"/.exec(verdict) ?? [];
    const text = JSON.stringify(cardsIn(await talk.submits('form', { cardRef }))[0]);
    expect(text).to.include('Gezin De Vries').and.not.include('Gezin Bakker');
  });

  it('keeps the words letter by letter and gives number, date and the code for the parent', async () => {
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file }, 'leg gezin De Vries voor');
    const replies = await talk.submits('file', { ...form, cardRef, caseId: 'c-other' });
    expect(talk.calls.at(-1)).to.deep.equal({
      name: 'file',
      args: [
        worker,
        {
          ownWords: ' Niemand belt {{terug}}. ',
          summary: null,
          answers: { complex: 'yes', stuck: 'about-to', harm: 'unknown' },
          caseId: 'c-vries',
          replyTo: 'web:c1',
        },
        `file:${cardRef}`,
      ],
    });
    expect(heard(replies)).to.include('L-7F3K2M').and.include('vrijdag 4 december 2026');
    const [card] = cardsIn(replies);
    expect(card).to.include({ replaces: cardRef });
    expect(JSON.stringify(card)).to.include('K7QP-3M2X');
  });

  it('asks for the family when none was named', async () => {
    const { talk, refs, cardRef } = await withForm({ ownCases: own(bakker, deVries), file }, 'ik wil iets voorleggen');
    expect(refs).to.have.length(3);
    const [again] = cardsIn(await talk.submits('file', { ...form, cardRef }));
    expect(JSON.stringify(again)).to.include(textOf('fout.family'));
    await talk.submits('file', { ...form, cardRef, family: refs[1] });
    expect(talk.calls.at(-1)?.args[1]).to.include({ caseId: 'c-vries' });
  });

  it('comes back with the errors at their fields, everything typed kept and nothing saved', async () => {
    const { talk, cardRef } = await withForm({ ownCases: own(deVries) }, 'leg gezin De Vries voor');
    const typed = { ...form, cardRef, ownWords: '   ', summary: 'Mijn uitleg', harm: 'misschien' };
    const [again] = cardsIn(await talk.submits('file', typed));
    const text = JSON.stringify(again);
    expect(again).to.include({ replaces: cardRef });
    expect(text)
      .to.include(textOf('fout.ownWords'))
      .and.include(textOf('fout.boven'))
      .and.include('"value":"Mijn uitleg"');
    const body = again?.card.body ?? [];
    const afterField = (id: string) => body[body.findIndex((element) => element.id === id) + 1];
    expect(afterField('harm')).to.include({ text: textOf('fout.harm'), color: 'Attention' });
    expect(afterField('complex')).to.not.include({ color: 'Attention' });
    expect(talk.calls.map(({ name }) => name)).to.not.include('file');
  });

  it('shows what the register finds wrong in the same way', async () => {
    const refused: Cases['file'] = () =>
      Promise.resolve({ kind: 'invalid', fields: [{ field: 'ownWords', problem: 'missing' }] });
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file: refused }, 'leg gezin De Vries voor');
    const [again] = cardsIn(await talk.submits('file', { ...form, cardRef }));
    expect(JSON.stringify(again)).to.include(textOf('fout.boven')).and.include('Niemand belt {{terug}}');
  });

  it('is one command, however often the button is pressed', async () => {
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file }, 'leg gezin De Vries voor');
    await talk.submits('file', { ...form, cardRef });
    await talk.submits('file', { ...form, cardRef });
    const commands = talk.calls.filter(({ name }) => name === 'file').map(({ args }) => args[2]);
    expect(commands).to.deep.equal([`file:${cardRef}`, `file:${cardRef}`]);
  });

  it('shows the code again when the same press arrives twice, although the register gives it once', async () => {
    let given = 0;
    const once: Cases['file'] = async (...args) => {
      const outcome = await file(...args);
      given += 1;
      return outcome.kind === 'filed' && given > 1 ? { ...outcome, followCode: null } : outcome;
    };
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file: once }, 'leg gezin De Vries voor');
    await talk.submits('file', { ...form, cardRef });
    expect(JSON.stringify(cardsIn(await talk.submits('file', { ...form, cardRef })))).to.include('K7QP-3M2X');
  });

  it('shows the numbers when the words tell of danger now', async () => {
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file }, 'leg gezin De Vries voor');
    const [first] = await talk.submits('file', { ...form, cardRef, ownWords: 'hij heeft een mes' });
    expect(first).to.include({ tone: 'urgent' });
  });

  it('can be withdrawn from the card that says it was filed', async () => {
    const withdraw: Cases['withdraw'] = () =>
      Promise.resolve({ kind: 'followed', escalation: anEscalation(), stopped: [] });
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file, withdraw }, 'leg gezin De Vries voor');
    expect(heard(await talk.submits('withdraw', { cardRef, reason: 'x' }))).to.equal(textOf('weiger.verlopen'));
    await talk.submits('file', { ...form, cardRef });
    const replies = await talk.submits('withdraw', { cardRef, reason: 'Opgelost' });
    expect(talk.calls.at(-1)?.args.slice(1, 3)).to.deep.equal([
      { caseId: 'c-vries', escalationId: 'escalation-1' },
      'Opgelost',
    ]);
    expect(heard(replies)).to.include('is ingetrokken');
  });

  it('gives back why it is withdrawn when it was decided meanwhile, with who decided and when', async () => {
    const by = { id: 'o-1', name: 'Olga Officier' };
    const at = '2026-11-23T10:00:00.000Z';
    const decision = { verdict: 'granted', reason: 'Dit kan.', effectiveOn: '2026-12-01', by, at } as const;
    const escalation = anEscalation({ state: { kind: 'decided', decision } });
    const withdraw: Cases['withdraw'] = () => Promise.resolve({ kind: 'already-decided', decision, escalation });
    const { talk, cardRef } = await withForm({ ownCases: own(deVries), file, withdraw }, 'leg gezin De Vries voor');
    await talk.submits('file', { ...form, cardRef });
    const card = JSON.stringify(cardsIn(await talk.submits('withdraw', { cardRef, reason: 'Opgelost met oma.' })));
    expect(card)
      .to.include('Al besloten door Olga Officier op maandag 23 november 2026')
      .and.include(textOf('bureau.getypt-terug'))
      .and.include('Opgelost met oma.');
  });

  it('is refused when the task for the family ended meanwhile', async () => {
    let cases = [deVries];
    const { talk, cardRef } = await withForm({ ownCases: () => Promise.resolve(cases) }, 'leg gezin De Vries voor');
    cases = [];
    expect(heard(await talk.submits('file', { cardRef }))).to.equal(textOf('weiger.not-allowed'));
  });

  it('is not for officers', async () => {
    const talk = aTalk({ as: officer });
    expect(heard(await talk.submits('file', { ...form, cardRef: 'x'.repeat(22) }))).to.equal(
      textOf('weiger.not-allowed'),
    );
  });

  it('has no form for who has no families', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own() } });
    expect(heard(await talk.says('ik wil iets voorleggen'))).to.include('U heeft geen gezinnen.');
  });
});
