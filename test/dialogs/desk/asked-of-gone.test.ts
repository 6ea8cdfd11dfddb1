/** An officer asked something of a colleague who left the family: it shows, so that it can be asked of somebody else. */
import { expect } from 'chai';
import { aFact } from '../../support/a-history.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { decision } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { worker1, worker2 } from '../../support/case-world.ts';

const question = 'Wie is de behandelaar?';
const told = textOf('bureau.gevraagde-weg');
const fields = { question, outside: '', due: '2026-11-27' };

/** Asked of a colleague with a task, who may leave. */
async function aDeskThatAsked() {
  const fact = aFact({
    id: 'f-1',
    seq: 1,
    date: '2026-10-01',
    by: { kind: 'worker', id: worker1.id, name: worker1.name },
  });
  const desk = await aDeskTalk({ family: { workers: [worker1.id, worker2.id], facts: [fact] } });
  await desk.fills('ask-more', { ...fields, of: '#1' });
  const becomes = async (workers: readonly string[]) => {
    const stored = await desk.stored();
    await desk.world.register.commit({ ...stored, version: stored.version + 1, workers });
  };
  return { desk, becomes };
}

describe('a question to a colleague who left the family', () => {
  it('is on the card of the officer with who that was and what was asked, and not before', async () => {
    const { desk, becomes } = await aDeskThatAsked();
    expect((await desk.escalation()).questions[0]?.of).to.deep.equal({ kind: 'worker', id: worker1.id });
    expect(await desk.opens())
      .to.include(textOf('bureau.wacht-op-antwoord'))
      .and.not.include(told);
    await becomes([worker2.id]);
    const card = await desk.opens();
    const [, below = ''] = card.replaceAll(/\s+/g, ' ').split(told);
    expect(below.startsWith(` ${worker1.name} , uiterlijk vrijdag 27 november 2026 ${question}`), below).to.equal(true);
    expect(card).to.not.include(textOf('bureau.wacht-op-antwoord'));
  });

  it('is in the list of the officer too', async () => {
    const { desk, becomes } = await aDeskThatAsked();
    expect(await desk.submit('desk', {})).to.not.include(told);
    await becomes([worker2.id]);
    expect(await desk.submit('desk', {})).to.include(told);
  });

  it('is no news any more once it was asked of somebody else, or the colleague is back', async () => {
    for (const settled of ['asked', 'back'] as const) {
      const { desk, becomes } = await aDeskThatAsked();
      await becomes([worker2.id]);
      if (settled === 'asked') await desk.fills('ask-more', { ...fields, of: '#1' });
      else await becomes([worker1.id, worker2.id]);
      expect(await desk.opens(), settled).to.not.include(told);
      expect(await desk.submit('desk', {}), settled).to.not.include(told);
    }
  });

  it('asks nothing of the officer when it was answered in another way, or decided', async () => {
    const answered = await aDeskThatAsked();
    await answered.becomes([worker2.id]);
    await answered.desk.fills('more-received', { questionId: '#0', words: 'Mevrouw Smit.' });
    expect(await answered.desk.opens()).to.not.include(told);
    const over = await aDeskThatAsked();
    await over.becomes([worker2.id]);
    await over.desk.fills('decide', decision);
    expect(await over.desk.opens()).to.not.include(told);
  });
});
