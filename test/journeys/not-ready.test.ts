import { expect } from 'chai';
import { type AMunicipality, aMunicipality } from '../support/a-municipality.ts';
import { plainHttp } from '../support/plain-http.ts';
import { anApp, aParent, aPersona, type RunningApp } from '../support/an-app.ts';

describe('journey: a municipality without a deputy for the aanspreekpunt (T3)', () => {
  let municipality: AMunicipality;
  let app: RunningApp;
  before(async () => {
    municipality = await aMunicipality({
      gereedheid: {
        aanspreekpunt: { vervanger: null, besluit: 'B', magOpdrachtGevenAan: ['gemeente', 'organisaties'] },
      },
    });
    app = await anApp({ env: { KNOWLEDGE_DIR: municipality.folder } });
  });
  after(async () => {
    await app.stop();
    await municipality.remove();
  });

  it('does not offer to file, and tells a parent who asks why and which number to call', async () => {
    const parent = await aParent(app);
    expect(await parent.hears(/computer/)).to.not.match(/voorleggen|leg uw vraag voor/i);
    const said = await parent.says('ik wil mijn vraag voorleggen');
    expect(said).to.include('een vervanger voor het aanspreekpunt').and.include('0123-456789');
    expect(said).to.not.match(/direct gevaar/);
    expect(await parent.says('we zitten helemaal vast, niemand hakt de knoop door')).to.not.match(
      /\[?Leg mijn situatie voor/,
    );
  });

  it('shows a worker the verdict without a way to file, and what is missing to who asks for it', async () => {
    const worker = await aPersona(app, 'worker');
    await worker.hears(/één plan/);
    const said = await worker.says('heeft gezin De Vries één plan en één regisseur?');
    expect(said).to.match(/Voorleggen (aan het aanspreekpunt )?kan hier nu niet/);
    expect(JSON.stringify(await worker.card())).to.not.include('"form"');
    const asked = await worker.says('ik wil een casus voorleggen');
    expect(asked).to.include('een vervanger voor het aanspreekpunt').and.include('het college');
  });

  it('invites to nothing on the page of the municipality, and says there what to do instead', async () => {
    const page = (await plainHttp(app.url)).text;
    expect(page).to.not.match(/voorleggen aan het aanspreekpunt|U krijgt een code/);
    expect(page)
      .to.include('Loopt de hulp vast?')
      .and.include('Vraag ook om een naam en een datum')
      .and.include('0123-456789');
    expect((await plainHttp(`${app.url}/demo`)).text).to.include('Voorleggen kan hier nu niet.');
    expect(page).to.not.match(/<!--|\{\{/);
  });

  it('tells the operator at the start that nothing can be filed and what is missing, in one line', () => {
    const lines = app.logLines.filter((line) => line.includes('filing-not-ready'));
    expect(lines).to.have.length(1);
    expect(JSON.parse(lines[0] ?? '')).to.deep.include({ level: 'warn', count: 1, key: 'vervanger' });
  });

  it('is offered where the deputy is filled in', async () => {
    const ready = await aMunicipality();
    try {
      const whole = await anApp({ env: { KNOWLEDGE_DIR: ready.folder } });
      const parent = await aParent(whole);
      expect(await parent.says('ik wil mijn vraag voorleggen')).to.match(/direct gevaar/);
      const page = (await plainHttp(whole.url)).text;
      expect(page).to.include('voorleggen aan het aanspreekpunt').and.not.include('Vraag ook om een naam');
      expect(page).to.not.match(/<!--|\{\{/);
      expect(whole.logLines.join()).to.not.include('filing-not-ready');
      await whole.stop();
    } finally {
      await ready.remove();
    }
  });

  it('stops inviting on the day on which something runs out, without a start', async () => {
    const clock = { now: Date.parse('2027-09-30T09:00:00.000Z') };
    const ready = await aMunicipality({ gereedheid: { gesprekkenClientorganisaties: ['2026-09-30'] } });
    const whole = await anApp({ env: { KNOWLEDGE_DIR: ready.folder }, world: { now: () => new Date(clock.now) } });
    try {
      const invites = async () => /voorleggen aan het aanspreekpunt/.test((await plainHttp(whole.url)).text);
      expect(await invites()).to.equal(true);
      clock.now += 24 * 60 * 60 * 1000;
      expect(await invites()).to.equal(false);
    } finally {
      await whole.stop();
      await ready.remove();
    }
  });
});
