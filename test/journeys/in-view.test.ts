import { expect } from 'chai';
import { anApp, aPersona, type RunningApp, textsIn } from '../support/an-app.ts';

describe('journey: how the families are doing (L4)', () => {
  let app: RunningApp;
  before(async () => {
    app = await anApp();
  });
  after(() => app.stop());

  it('is told to an officer in counts of five and more, and to a worker not at all', async () => {
    const officer = await aPersona(app, 'officer');
    await officer.hears(/computer/);
    await officer.says('cijfers');
    const shown = textsIn(await officer.card()).join('\n');
    expect(shown)
      .to.include('Gezinnen in beeld')
      .and.match(/Zonder plan:/)
      .and.include('< 5');
    expect(shown).to.not.match(/Gezin (De Vries|Jansen|Bakker)/);
    const worker = await aPersona(app, 'worker');
    await worker.hears(/één plan/);
    expect(await worker.says('cijfers')).to.not.include('Gezinnen in beeld');
  });
});
