import { expect } from 'chai';
import { localDay, type OfficerAction, type StaffActor } from '../../cases/index.ts';
import { anApp, aParent, aPersona, type Person, type RunningApp } from '../support/an-app.ts';

const JOHAN: StaffActor = { kind: 'officer', id: 'demo-aanspreekpunt', name: 'Johan (aanspreekpunt)' };
const MOTHERS_WORDS = 'Ik regel alles zelf en het wordt mij te veel. Ik wil één persoon die naast ons staat.';
const LESSON = {
  cameAcross: 'U moest alles drie keer vertellen.',
  why: 'Niemand wist wie de regie had.',
  changes: 'Elk gezin hoort in de eerste week één naam.',
};

describe('journey: a client supporter files for a mother, and she follows it to the lesson (P7 P10 P15 O8 L1)', () => {
  let app: RunningApp;
  let supporter: Person;
  let receipt: string;
  let code: string;

  beforeEach(async () => {
    app = await anApp({ limits: { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000 } });
    supporter = await aParent(app);
    const words = ['Mijn vraag voorleggen', 'Nee', 'Ik doe dit voor iemand anders', 'Cliëntondersteuner'];
    for (const one of [...words, 'Ja, dat zeiden ze mij', 'Cleo van MEE', 'Ja', 'Het zit vast', 'Weet ik niet'])
      await supporter.says(one);
    await supporter.says(MOTHERS_WORDS);
    receipt = await supporter.says('Ja, leg voor');
    [code = ''] = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt) ?? [];
  });
  afterEach(() => app.stop());

  async function filed() {
    for (const caseId of await app.store.register.casesForOfficer(JOHAN.id)) {
      const found = (await app.store.register.read(caseId))?.escalations ?? [];
      const escalation = found.find(({ ownWords }) => ownWords.text === MOTHERS_WORDS);
      if (escalation !== undefined) return { caseId, escalation };
    }
    throw new Error('Nothing was filed.');
  }

  let commands = 0;
  async function johan(action: OfficerAction): Promise<void> {
    const { caseId, escalation } = await filed();
    const outcome = await app.core.cases.asOfficer(
      JOHAN,
      { caseId, escalationId: escalation.id },
      action,
      `johan-${(commands += 1)}`,
    );
    if (outcome.kind !== 'card') throw new Error(`Johan was refused: ${outcome.kind}`);
  }

  it('from the filing with consent to the lesson that the mother reads', async () => {
    expect(receipt)
      .to.match(/L-[0-9A-Z]{6}/)
      .and.match(/uiterlijk op/);
    const { escalation } = await filed();
    expect(escalation.ownWords.text).to.equal(MOTHERS_WORDS);
    expect(escalation.onBehalf).to.deep.include({ relation: 'client-supporter', name: 'Cleo van MEE' });

    await johan({ kind: 'take' });
    await supporter.hears(/Johan \(aanspreekpunt\) is sinds/);
    await johan({
      kind: 'ask-more',
      question: 'Wie komt er nu bij u thuis?',
      of: { kind: 'parent' },
      due: (await filed()).escalation.due,
    });
    await supporter.hears(/Wie komt er nu bij u thuis\?/);

    const mother = await aParent(app);
    await mother.says('Hoe staat het met mijn vraag?');
    expect(await mother.says(code.toLowerCase())).to.match(/vraagt u:\s+Wie komt er nu bij u thuis\?/);
    expect(await mother.says('Vier mensen, elk met een eigen plan.')).to.match(/Dit stuur ik:/);
    expect(await mother.says('Ja')).to.match(/doorgegeven/);
    expect((await filed()).escalation.questions[0]?.answer?.words.text).to.equal(
      'Vier mensen, elk met een eigen plan.',
    );

    await johan({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Vier plannen is er drie te veel.',
      effectiveOn: localDay(new Date()),
    });
    await supporter.hears(/Vier plannen is er drie te veel\./);
    await johan({ kind: 'close', lesson: LESSON });
    await supporter.hears(/Elk gezin hoort in de eerste week één naam\./);

    const told = await mother.says(code);
    for (const words of [...Object.values(LESSON), 'Vier plannen is er drie te veel.', MOTHERS_WORDS])
      expect(told).to.include(words);
  });

  it('is told once of each change, and not of what was done in the same chat', async () => {
    await johan({ kind: 'take' });
    await supporter.hears(/is sinds/);
    await supporter.says('Reageren op mijn vraag');
    await supporter.says('Reageren');
    await supporter.says('Fijn dat het is opgepakt.');
    expect(await supporter.says('Over het laatste nieuws')).to.match(/doorgegeven/);
    await app.outbox.idle();
    const said = (await supporter.transcript()).flatMap(({ text = '' }) =>
      text.startsWith('Er is nieuws') ? [text] : [],
    );
    expect(said).to.have.length(1);
    const [comment] = (await filed()).escalation.comments;
    expect(comment?.words.text).to.equal('Fijn dat het is opgepakt.');
  });

  it('gives the same words for every code that is not known', async () => {
    const stranger = await aParent(app);
    const answers = [await stranger.says('ABCD-2345'), await stranger.says('K7QP-3M2X')];
    expect(new Set(answers).size).to.equal(1);
  });

  it('brings the officer who has a chat open the same card as before', async () => {
    const officer = await aPersona(app, 'officer');
    await officer.hears(new RegExp((await filed()).escalation.number));
  });
});
