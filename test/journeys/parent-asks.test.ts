import { expect } from 'chai';
import { anApp, aParent, type Person, type RunningApp } from '../support/an-app.ts';

describe('journey: a parent asks (P1 P2 P4 P5)', () => {
  let app: RunningApp;
  let parent: Person;

  before(async () => {
    app = await anApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    parent = await aParent(app);
  });

  it('says at once that it is a computer and which number to call in danger', async () => {
    const greeting = await parent.hears(/computer/);
    expect(greeting).to.include('112');
  });

  it('answers the mother who wants a regisseur, and names a place and the independent client supporter', async () => {
    const answer = await parent.says(
      'Er zijn zoveel hulpverleners bij ons gezin, ik houd het niet meer bij. Ik wil een onafhankelijke regisseur',
    );
    expect(answer).to.match(/één (persoon|regisseur)/);
    expect(answer).to.match(/[Cc]liëntonderst/);
    expect(answer).to.match(/Aanspreekpunt/);
    expect(answer).to.not.match(/Homestart|Home-Start|vriendendienst/i);
  });

  it('leads through the guide to a named place, and the safety gate can not be skipped', async () => {
    await parent.says('Waar kan ik terecht?');
    expect(await parent.says('overslaan')).to.match(/direct gevaar/i);
    await parent.says('Nee');
    await parent.says('Nee');
    await parent.says('Nee');
    await parent.says('Ouder of verzorger');
    await parent.says('Nee');
    await parent.says('Nee');
    await parent.says('Nee, nog niet');
    const end = await parent.says('School, thuiszitten');
    expect(end).to.match(/school/i);
    expect(end).to.match(/Bel |Naar de website/);
  });

  it('gives the numbers first when somebody is in danger, also in the middle of a question', async () => {
    await parent.says('Waar kan ik terecht?');
    const answer = await parent.says('mijn man slaat mijn zoon nu met een riem');
    expect(answer.slice(0, 200)).to.match(/112/);
    const said = (await parent.transcript()).filter((one) => one.channelData?.regie?.tone === 'urgent');
    expect(said).to.have.length(1);
  });

  it('does not pretend to know what it does not know, and names a person to call', async () => {
    const answer = await parent.says('mijn paspoort is verlopen, waar haal ik een nieuwe');
    expect(answer).to.include('0123-456789');
  });

  it('takes being sent from pillar to post for what it is, and not for a child in danger', async () => {
    const answer = await parent.says('ze sturen mij van het kastje naar de muur');
    expect(answer)
      .to.match(/Aanspreekpunt/)
      .and.not.match(/jouw schuld/);
  });

  it('goes on with what was typed after the numbers were shown', async () => {
    for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Nee']) await parent.says(words);
    await parent.says('mijn ex slaat mijn zoon, al 2 jaar');
    expect(await parent.says('Verder met mijn vraag')).to.not.match(/We beginnen opnieuw/);
  });

  it('says kindly that a citizen service number is not needed', async () => {
    const answer = await parent.says('mijn bsn is 111222333');
    expect(answer).to.match(/niet nodig/);
    expect(JSON.stringify(await parent.transcript())).to.not.include('111222333');
  });

  it('stops when asked and says that nothing was sent', async () => {
    await parent.says('Mijn vraag voorleggen');
    expect(await parent.says('stop')).to.match(/niets verstuurd|niets bewaard|niets/i);
  });
});
