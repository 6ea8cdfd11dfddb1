import { expect } from 'chai';
import { z } from 'zod';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aTeamsApp, type Colleague, everyRole, idOf, type TeamsApp } from '../support/a-teams-app.ts';
import { eventually } from '../support/an-app.ts';
import { plainHttp } from '../support/plain-http.ts';

const opened = z.object({ token: z.string(), conversationId: z.string() });
const heard = z.object({ activities: z.array(z.looseObject({ text: z.string().optional() })) });
const SECRET = 'Zxqvwj is mijn geheim';
const FILING = ['leg mijn vraag voor', 'Nee', 'Overslaan', 'Overslaan', 'Overslaan', SECRET, 'Ja, leg voor'];

/** Over plain HTTP, because Teams is played by nock here. */
async function aWebParent(url: string) {
  const { token, conversationId } = opened.parse(
    (await plainHttp(`${url}/v3/directline/tokens/generate`, { json: {} })).body,
  );
  await plainHttp(`${url}/v3/directline/conversations`, { json: {}, token });
  const address = `${url}/v3/directline/conversations/${conversationId}/activities`;
  let said = 0;
  const words = async () =>
    heard
      .parse((await plainHttp(address, { token })).body)
      .activities.map(({ text = '' }) => text)
      .join('\n');
  return {
    async says(text: string) {
      said += 1;
      const json = { type: 'message', text, channelData: { clientActivityID: `c${said}` } };
      await plainHttp(address, { json, token });
    },
    hears: (pattern: RegExp) =>
      eventually(async () => {
        const all = await words();
        return pattern.test(all) ? all : null;
      }, String(pattern)),
  };
}

const chatOf = (who: Colleague) => JSON.stringify(who.chat());

describe('journey: a colleague joins from Teams (P19 W11)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let colleague: Colleague;
  let parent: Awaited<ReturnType<typeof aWebParent>>;

  before(async () => {
    app = await aTeamsApp();
  });
  beforeEach(async () => {
    await app.setRoles(everyRole);
    [worker, colleague] = [app.person('worker'), app.person('colleague')];
    await colleague.says('geen dienst');
    await worker.says('ik heb dienst');
    parent = await aWebParent(app.url);
    await parent.says(SECRET);
    await parent.says('Ik wil een mens spreken');
    await parent.hears(/Mag een medewerker meelezen en meepraten/);
  });
  afterEach(async () => {
    await app.setRoles(everyRole);
    await worker.says('klaar');
  });
  after(() => app.stop());

  async function joined() {
    await parent.says('Ja, een medewerker mag meelezen');
    await parent.hears(/Ik heb het gevraagd/);
    await worker.says('ik kom erbij');
    await parent.hears(/leest nu mee/);
  }

  it('shows the words of the parent on cards, in no notification', async () => {
    await joined();
    await parent.says('Ook dit: Qvwxzq');
    const passed = await worker.receives((activity) => JSON.stringify(activity).includes('Qvwxzq'));
    expect(passed.text).to.equal(undefined);
    expect(passed['summary']).to.equal('Een bericht van de ouder in de chat');
    const soFar = await worker.receives((activity) => JSON.stringify(activity).includes(SECRET));
    expect(`${soFar.text ?? ''}${String(soFar['summary'])}`).to.not.include('Zxqvwj');
  });

  it('passes nothing on once the role is taken away, and tells the parent', async () => {
    await joined();
    await app.setRoles({ workers: ['colleague'], officers: ['officer', 'deputy'] });
    await parent.says('Dit mag niemand zien: Wxqzvv');
    await parent.hears(/De medewerker is niet meer in het gesprek/);
    expect(chatOf(worker)).to.not.include('Wxqzvv');
  });

  it('tells the parent as soon as who has no role any more types something', async () => {
    await joined();
    await app.setRoles({ workers: ['colleague'], officers: ['officer', 'deputy'] });
    await worker.says('klaar');
    await parent.hears(/De medewerker is niet meer in het gesprek/);
  });

  it('asks no colleague on duty whose role was taken away', async () => {
    await app.setRoles({ workers: ['colleague'], officers: ['officer', 'deputy'] });
    const before = worker.chat().length;
    await parent.says('Ja, een medewerker mag meelezen');
    await parent.hears(/Er kan nu niemand bij komen/);
    expect(worker.chat()).to.have.length(before);
  });

  it('lets nobody join who was not on duty when it was asked', async () => {
    await parent.says('Ja, een medewerker mag meelezen');
    await parent.hears(/Ik heb het gevraagd/);
    await colleague.says('ik kom erbij');
    await colleague.receives(({ text }) => text?.startsWith('U heeft nu geen dienst in de chat') ?? false);
    await colleague.says('ik heb dienst');
    await colleague.says('ik kom erbij');
    await colleague.receives(({ text }) => text?.startsWith('Er wacht een ouder, maar u had nog geen dienst') ?? false);
    expect(chatOf(colleague)).to.not.include('Zxqvwj');
  });
});

describe('journey: a look in Teams leaves a line with who looked (W11)', () => {
  let app: TeamsApp;
  beforeEach(async () => {
    app = await aTeamsApp();
  });
  afterEach(() => app.stop());

  it('shows the filing behind a follow code only to who may see the case, under the own id', async () => {
    const [colleague, officer] = [app.person('colleague'), app.person('officer')];
    for (const person of [colleague, officer]) await person.says('hallo');
    const parent = await aWebParent(app.url);
    for (const words of FILING) await parent.says(words);
    const [, code = ''] =
      /volgcode[^\n]*?([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})/i.exec(await parent.hears(/volgcode/)) ?? [];
    await app.outbox.idle();
    await colleague.says(code);
    await colleague.receives(({ text }) => text?.startsWith('Met deze volgcode kan ik u niets laten zien') ?? false);
    expect(chatOf(colleague)).to.not.include('Zxqvwj');
    await officer.says(code);
    const shown = await officer.receives((activity) => JSON.stringify(activity).includes('Zxqvwj'));
    expect(`${shown.text ?? ''}${String(shown['summary'])}`).to.not.include('Zxqvwj');
    const looks = (await app.audit()).filter(({ event }) => /follow/.test(event));
    expect(looks.map(({ event, actor }) => [event, actor])).to.deep.equal([
      ['denied:follow', idOf('colleague')],
      ['filing-followed', idOf('officer')],
    ]);
  });

  it('writes a line before the names of families are shown to choose from', async () => {
    const worker = app.person('worker');
    for (const [id, label] of [
      ['fam-a', 'Gezin Qvwxzq'],
      ['fam-b', 'Gezin Zxqvwj'],
    ] as const)
      await app.stores(aFamilyCase({ id, label, workers: [idOf('worker')] }));
    for (const words of ['signaal', 'heeft dit gezin een plan en een regisseur?', 'ik wil een vraag voorleggen']) {
      const before = (await app.audit()).length;
      const seen = worker.chat().length;
      await worker.says(words);
      expect(JSON.stringify(worker.chat().slice(seen)), words).to.include('Gezin Qvwxzq');
      const [line, ...others] = (await app.audit()).slice(before);
      expect(line, words).to.deep.include({
        event: 'own-cases-listed',
        actor: idOf('worker'),
        subject: idOf('worker'),
      });
      expect(others, words).to.deep.equal([]);
    }
  });
});
