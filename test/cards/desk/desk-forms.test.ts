import { expect } from 'chai';
import { deskFormCard, deskForms, faultOf, firstAttempt, forSubmit, wordsOf } from '../../../cards/index.ts';
import { blockers, stepKinds } from '../../../cases/index.ts';
import { decided, full, fullView, hostile, size } from '../../support/a-full-escalation.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';

const words = wordsOf(aKnowledge());

describe('the forms of the desk', () => {
  for (const form of deskForms) {
    for (const text of hostile)
      it(`keep within 28 KB with long words around them: ${form.name}, ${JSON.stringify(text.slice(7, 15))}`, () => {
        const escalation = form.name.startsWith('order') ? decided(text) : full(text);
        const card = deskFormCard(
          { form, view: { ...fullView(text, escalation), attempt: firstAttempt }, nonce: 'n'.repeat(22) },
          words,
        );
        expect(size(card)).to.be.lessThan(28_000);
        expect(size(forSubmit(card))).to.be.lessThan(28_000);
      });

    if (form.atOnce) continue;
    it(`send an opaque reference, and say what is wrong at every field: ${form.name}`, () => {
      const view = { ...fullView('x'), attempt: firstAttempt };
      const read = form.read({ verdict: 'x', ...form.carries(view) }, view);
      expect(read.kind).to.equal('wrong');
      if (read.kind !== 'wrong') return;
      const errors = Object.fromEntries(read.fields.map((field) => [field, faultOf(field, words)]));
      const attempt = { typed: { reason: 'Getypt', text: 'Getypt', question: 'Getypt' }, errors };
      const card = deskFormCard({ form, view: { ...fullView('x'), attempt }, nonce: 'n'.repeat(22) }, words);
      const text = JSON.stringify(card);
      for (const fault of Object.values(errors)) expect(text.split(JSON.stringify(fault)).length).to.be.at.least(3);
      expect(text).to.include(textOf(`bureau.doe.${form.name}`));
      expect(text).to.match(/"data":\{"cardRef":"card-0000000000000001","form":"n{22}"(,"\w+":"[a-p]{16}")*\}/);
    });
  }
});

describe('the words of the desk', () => {
  it('know every step, blocker and form', () => {
    for (const kind of stepKinds) expect(textOf(`bureau.stap.${kind}`), kind).to.not.equal('');
    for (const blocker of blockers) expect(textOf(`bureau.blok.${blocker}`), blocker).to.not.equal('');
    for (const { name } of deskForms)
      for (const part of ['form', 'uitleg', 'doe', 'klaar', 'knop'])
        expect(textOf(`bureau.${part}.${name}`)).to.not.equal('');
  });
});
