import { expect } from 'chai';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { choicesIn } from '../../support/card-walk.ts';
import { someSettings, worker1, worker2 } from '../../support/case-world.ts';
import { withoutOneThing } from '../../support/not-ready.ts';

const withoutAnything = aFamilyCase({ plans: 0, regisseurs: 0, workers: [worker1.id, worker2.id] });
const proposing = { stuck: { ...someSettings.stuck, modes: { ...someSettings.stuck.modes, K6: 'propose' } } } as const;

async function aCryForHelp(settings: Partial<typeof someSettings> = {}) {
  const talk = await aWorkerTalk({ families: [withoutAnything], world: { settings } });
  await talk.says('signaal De Vries');
  await talk.presses('save-signals', { codes: 'cry-for-help', from: 'ouder', on: '2026-11-23' });
  return talk;
}

describe('the card of a family that is stuck (W6, W11, W13)', () => {
  it('says what was found, on whose desk it lies and by when', async () => {
    const talk = await aCryForHelp();
    const card = await talk.says('waarom loopt het vast De Vries');
    expect(card).to.include('liet het gezin weten dat het echt niet goed gaat').and.include('maandag 23 november 2026');
    expect(card).to.include('ligt bij het aanspreekpunt').and.include('maandag 7 december 2026');
  });

  it('stops a finding only with a reason that the parent can read, and once', async () => {
    const talk = await aCryForHelp();
    await talk.says('vastloper De Vries');
    const cardRef = talk.ref();
    expect(await talk.presses('stop-finding', { finding: '#0', reason: ' te kort ' })).to.include(
      textOf('fout.werk.reason'),
    );
    expect(JSON.stringify(talk.newest())).to.include('"value":" te kort "');
    expect((await talk.stored()).stuck.stops).to.deep.equal([]);
    const stop = { cardRef, finding: '#0', reason: 'Wij spraken af dat oma twee weken helpt.' };
    const stopped = await talk.presses('stop-finding', stop);
    expect(stopped)
      .to.include(textOf('stuk.is-gestopt'))
      .and.include('oma twee weken')
      .and.include('De kaart is dicht');
    const { version } = await talk.stored();
    await talk.presses('stop-finding', stop);
    expect((await talk.stored()).version).to.equal(version);
  });

  it('puts a proposal on the desk at once', async () => {
    const talk = await aCryForHelp(proposing);
    expect((await talk.stored()).escalations).to.deep.equal([]);
    expect(await talk.says('vastloper De Vries'))
      .to.include('Dit is een voorstel')
      .and.include(textOf('stuk.niets'));
    const cardRef = talk.ref();
    const pushed = await talk.presses('push-finding', { finding: '#0' });
    expect(pushed).to.include(textOf('stuk.gelegd')).and.include('ligt bij het aanspreekpunt');
    expect(pushed).to.not.include('Dit is een voorstel');
    await talk.presses('push-finding', { cardRef, finding: '#0' });
    expect((await talk.stored()).escalations).to.have.length(1);
  });

  it('gives back the reason of who stops what a colleague stopped before, and says who that was and when', async () => {
    const talk = await aCryForHelp();
    await talk.says('vastloper De Vries');
    const mine = { cardRef: talk.ref(), finding: choicesIn(talk.newest(), 'finding')[0] };
    const key = (await talk.stored()).stuck.findings[0]?.key ?? '';
    await talk.world.cases.stopFinding(worker2, 'case-1', { key, reason: 'Oma helpt twee weken.' }, 'theirs');
    const told = await talk.presses('stop-finding', { ...mine, reason: 'Tante komt elke dag langs.' });
    expect(told)
      .to.include(textOf('weiger.finding-not-open'))
      .and.include(`Gestopt door ${worker2.name} op maandag 23 november 2026`)
      .and.include(textOf('bureau.getypt-terug'))
      .and.include('Tante komt elke dag langs.');
  });

  it('says on the card that a finding was settled meanwhile, or that there is no such finding', async () => {
    const talk = await aCryForHelp();
    await talk.says('vastloper De Vries');
    const first = talk.ref();
    await talk.says('vastloper De Vries');
    const finding = choicesIn(talk.newest(), 'finding')[0];
    const stop = { finding, reason: 'Wij spraken af dat oma helpt.' };
    await talk.presses('stop-finding', stop);
    expect(await talk.presses('stop-finding', { ...stop, cardRef: first })).to.include(
      textOf('weiger.finding-not-open'),
    );
    for (const finding of ['9', '-1', '__proto__', ''])
      expect(await talk.presses('push-finding', { finding })).to.include(textOf('fout.werk.finding'));
    expect((await talk.stored()).stuck.pushes).to.deep.equal([]);
  });
});

describe('the gate before a first contact ends (W1)', () => {
  it('keeps the evidence once and shows it with the verdict', async () => {
    const talk = await aWorkerTalk({ families: [withoutAnything] });
    await talk.says('eerste contact De Vries');
    const cardRef = talk.ref();
    expect(await talk.presses('save-gate', { contactOn: '2027-01-01' })).to.include(textOf('fout.werk.contactOn'));
    const verdict = await talk.presses('save-gate', { contactOn: '2026-11-23' });
    expect(verdict).to.include(textOf('poort.bewaard')).and.include(textOf('afwijking.plan-none'));
    expect(verdict).to.include('Wil Werker').and.include(textOf('stap.regisseur-none'));
    await talk.presses('save-gate', { cardRef, contactOn: '2026-11-23' });
    expect((await talk.stored()).gateChecks).to.have.length(1);
    expect((await talk.stored()).gateChecks[0]).to.deep.include({ by: 'Wil Werker', lookedAt: ['register'] });
    expect(await talk.says('controleer gezin De Vries')).to.include(textOf('poort.uitslag.deviates'));
  });
});

describe('the aftercare card (W16)', () => {
  it('shows dates and plan, and re-opens with a relapse', async () => {
    const talk = await aWorkerTalk();
    expect(await talk.says('nazorg De Vries')).to.include(textOf('nazorg.geen'));
    await talk.presses('new-aftercare');
    const data = { contact: 'Wil', relapseSigns: 'Slaapt niet', relapsePlan: 'Bel Wil', chronicReviewOn: '2027-05-01' };
    const told = await talk.presses('save-aftercare', { ...data, on: '2026-11-23' });
    expect(told).to.include('maandag 21 december 2026').and.include('zaterdag 1 mei 2027').and.include('Slaapt niet');
    await talk.says('nazorg De Vries');
    await talk.presses('new-aftercare-moment');
    const relapse = { moment: '2026-12-21', relapse: 'yes', note: '', on: '2026-11-23' };
    expect(await talk.presses('save-aftercare-moment', relapse)).to.include(textOf('vastgelegd.aftercare-moment'));
    expect(await talk.says('nazorg De Vries')).to.include('terugval gezien op maandag 23 november 2026');
  });

  it('never lets the review of a chronic family pass without the next', async () => {
    const talk = await aWorkerTalk();
    await talk.says('nazorg De Vries');
    await talk.presses('new-aftercare');
    const data = { contact: 'Wil', relapsePlan: 'Bel Wil', chronicReviewOn: '2026-11-23', on: '2026-11-23' };
    await talk.presses('save-aftercare', data);
    await talk.says('nazorg De Vries');
    await talk.presses('new-aftercare-moment');
    const review = { moment: '2026-11-23', relapse: 'no', on: '2026-11-23' };
    expect(await talk.presses('save-aftercare-moment', review)).to.include(textOf('fout.werk.nextReviewOn'));
    await talk.presses('save-aftercare-moment', { ...review, nextReviewOn: '2027-05-01' });
    expect((await talk.stored()).aftercare?.chronicReviewOn).to.equal('2027-05-01');
  });
});

describe('the form to stop a finding', () => {
  it('says before it is sent, and after, that the parent can read the reason with the follow code', async () => {
    const talk = await aCryForHelp();
    const form = await talk.says('vastloper De Vries');
    expect(textOf('stuk.stoppen.uitleg')).to.include('volgcode');
    expect(form).to.include(textOf('stuk.stoppen.uitleg'));
    expect(JSON.stringify(talk.newest())).to.include(textOf('veld.reason.stoppen'));
    expect(textOf('veld.reason.stoppen')).to.include('volgcode');
    const stopped = await talk.presses('stop-finding', { finding: '#0', reason: 'Wij spraken af dat oma helpt.' });
    expect(stopped).to.include('lezen met de volgcode');
  });
});

describe('what is said of the desk and of the code is so', () => {
  const reason = 'Wij spraken af dat oma helpt.';

  it('asks to tell the family the reason while nobody has a follow code, and no longer when somebody does', async () => {
    const talk = await aCryForHelp();
    expect(await talk.says('vastloper De Vries')).to.include(textOf('stuk.stoppen.zonder-code'));
    await talk.says('leg gezin De Vries voor');
    await talk.presses('file', { ownWords: 'Help ons.', summary: '', complex: 'yes', stuck: 'stuck', harm: 'unknown' });
    expect(await talk.says('vastloper De Vries')).to.not.include(textOf('stuk.stoppen.zonder-code'));
    expect(await talk.presses('stop-finding', { finding: '#0', reason })).to.not.include(
      textOf('stuk.stoppen.zonder-code'),
    );
  });

  it('says that it does not lie on the desk yet while the municipality is not ready', async () => {
    const [missing] = withoutOneThing;
    const knowledge = aKnowledge(missing === undefined ? {} : { settings: missing.settings });
    const talk = await aWorkerTalk({
      families: [withoutAnything],
      knowledge,
      world: { settings: proposing, isReady: () => false },
    });
    await talk.says('signaal De Vries');
    await talk.presses('save-signals', { codes: 'cry-for-help', from: 'ouder', on: '2026-11-23' });
    await talk.says('vastloper De Vries');
    const pushed = await talk.presses('push-finding', { finding: '#0' });
    expect(pushed).to.include(textOf('stuk.gelegd.niet-klaar')).and.not.include(textOf('stuk.gelegd'));
    expect((await talk.stored()).escalations).to.deep.equal([]);
  });
});
