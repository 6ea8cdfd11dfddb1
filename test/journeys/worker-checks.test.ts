import { expect } from 'chai';
import { anApp, aPersona, type Person, type RunningApp, textsIn } from '../support/an-app.ts';

describe('journey: a worker asks whether a family has one plan and one regisseur (W1)', () => {
  let app: RunningApp;
  let worker: Person;

  before(async () => {
    app = await anApp();
    worker = await aPersona(app, 'worker');
    await worker.hears(/één plan/);
  });
  after(() => app.stop());

  const check = async (family: string) => {
    await worker.says(`heeft gezin ${family} één plan en één regisseur?`);
    return textsIn(await worker.card()).join('\n');
  };

  it('finds two regisseurs and names both', async () => {
    const card = await check('De Vries');
    expect(card).to.include('Samira').and.to.include('Jeugdbeschermer');
    expect(card).to.match(/meer dan één regisseur/);
  });

  it('finds a family in order', async () => {
    expect(await check('Bakker')).to.match(/✔[\s\S]*✔/);
  });

  it('finds an outdated plan and says since when', async () => {
    expect(await check('Yilmaz')).to.match(/verouderd|over de datum|verlopen/i);
  });

  it('finds no plan in a family like that of the ombudsman, although there is an ondersteuningsplan', async () => {
    const card = await check('Jansen');
    expect(card).to.match(/geen plan/);
    expect(card).to.match(/kan de regie niet voeren/);
  });

  it('says onbekend when a source does not answer, and never none', async () => {
    const card = await check('El Amrani');
    expect(card).to.match(/onbekend/i);
    expect(card).to.not.match(/geen plan|geen regisseur/i);
  });

  for (const [sloppy, family] of [
    ['gezin bakker plan?', 'Bakker'],
    ['check de vries', 'De Vries'],
    ['heeft jansen 1 plan', 'Jansen'],
    ['yilmaz regisseur', 'Yilmaz'],
  ] as const) {
    it(`understands "${sloppy}"`, async () => {
      await worker.says(sloppy);
      expect(textsIn(await worker.card()).join('\n')).to.include(`Gezin ${family}`);
    });
  }

  it('explains a plan to who asks what one is', async () => {
    expect(await worker.says('wat is een gezinsplan')).to.match(/Een gezinsplan is één plan/);
  });

  it('offers the own families when the sentence names none', async () => {
    await worker.says('Eén plan en één regisseur?');
    expect(textsIn(await worker.card()).join('\n'))
      .to.include('Gezin Bakker')
      .and.to.include('Gezin De Vries');
  });
});
