import { expect } from 'chai';
import { type AMunicipality, aMunicipality } from '../support/a-municipality.ts';
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

  it('is offered where the deputy is filled in', async () => {
    const ready = await aMunicipality();
    try {
      const whole = await anApp({ env: { KNOWLEDGE_DIR: ready.folder } });
      const parent = await aParent(whole);
      expect(await parent.says('ik wil mijn vraag voorleggen')).to.match(/direct gevaar/);
      await whole.stop();
    } finally {
      await ready.remove();
    }
  });
});
