/** What an officer chose is what is kept, whatever changed between the showing of a form and the press. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { reason } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { choicesIn, dataIn } from '../../support/card-walk.ts';

type Desk = Awaited<ReturnType<typeof aDeskTalk>>;

/** A form on the screen, and what its button sends by itself. */
async function opened(desk: Desk, form: string) {
  await desk.submit(`form-${form}`, {});
  const card = desk.newest();
  const carried = dataIn(card).find((data) => typeof data === 'object' && data !== null && 'form' in data);
  return { card, sends: (fields: object) => desk.submit(`do-${form}`, { ...carried, ...fields }) };
}

describe('a choice on a form of the desk', () => {
  it('is about the step that was chosen, also when there are more steps since', async () => {
    const desk = await aDeskTalk();
    await desk.submit('take', {});
    await desk.fills('ask-more', { question: 'Wie belde het laatst?', of: 'parent', due: '2026-11-27' });
    const { card, sends } = await opened(desk, 'comment');
    const asked = (await desk.escalation()).steps.at(-1);
    for (let more = 0; more < 20; more += 1) await desk.fills('summarise', { text: `Versie ${more}` });
    await sends({ about: choicesIn(card, 'about')[1], text: 'Dit gaat over de vraag aan de ouder.' });
    expect((await desk.escalation()).comments.map(({ about }) => about)).to.deep.equal([asked?.id]);
  });

  it('gives it to the colleague that was chosen, also when somebody before her left', async () => {
    const desk = await aDeskTalk();
    desk.world.roles.set('officer-3', { role: 'officer', name: 'Olivia Drie' });
    const { card, sends } = await opened(desk, 'hand-over');
    desk.world.roles.delete('officer-2');
    desk.world.roles.set('officer-4', { role: 'officer', name: 'Oscar Vier' });
    await sends({ to: choicesIn(card, 'to')[1], reason });
    expect((await desk.escalation()).owner).to.equal('officer-3');
  });

  it('comes back with what was typed, and says so, when the colleague that was chosen left', async () => {
    const desk = await aDeskTalk();
    const { card, sends } = await opened(desk, 'hand-over');
    const [to] = choicesIn(card, 'to');
    desk.world.roles.delete('officer-2');
    desk.world.roles.set('officer-4', { role: 'officer', name: 'Oscar Vier' });
    expect(await sends({ to, reason })).to.include(textOf('fout.keuze-weg'));
    expect(JSON.stringify(desk.newest())).to.include(`"value":"${reason}"`).and.include('Oscar Vier');
    expect((await desk.escalation()).owner).to.equal('officer-1');
  });

  it('asks the worker that was chosen, also when another one came before her', async () => {
    const desk = await aDeskTalk();
    const { card, sends } = await opened(desk, 'ask-more');
    const [, of] = choicesIn(card, 'of');
    const stored = await desk.stored();
    const workers = ['worker-2', ...stored.workers];
    await desk.world.register.commit({ ...stored, version: stored.version + 1, workers });
    await sends({ of, question: 'Wie belde het laatst?', due: '2026-11-27' });
    expect((await desk.escalation()).questions[0]?.of).to.deep.equal({ kind: 'worker', id: 'worker-1' });
  });

  for (const [form, old] of [
    ['comment', { about: '1', text: 'Een lang getypt stuk.' }],
    ['hand-over', { to: '0', reason: 'Een lang getypt stuk.' }],
    ['ask-more', { of: 'worker-0', question: 'Een lang getypt stuk.', due: '2026-11-27' }],
  ] as const)
    it(`from a form that was open before an update is asked again, with what was typed: ${form}`, async () => {
      const desk = await aDeskTalk();
      await desk.submit('take', {});
      const { sends } = await opened(desk, form);
      const before = await desk.stored();
      expect(await sends(old)).to.include(textOf('fout.keuze-weg'));
      expect(JSON.stringify(desk.newest())).to.include('"value":"Een lang getypt stuk."');
      const { steps, comments, questions, owner } = await desk.escalation();
      expect(await desk.escalation()).to.deep.include({ steps, comments, questions, owner });
      expect(before.escalations[0]).to.deep.include({ steps, comments, questions, owner });
    });

  it('never stands on the card as an id', async () => {
    const desk = await aDeskTalk();
    for (const form of ['comment', 'hand-over', 'ask-more']) {
      const { card } = await opened(desk, form);
      expect(JSON.stringify(card), form).to.not.match(/"value":"(?:officer|worker|id)-\d/);
    }
  });
});
