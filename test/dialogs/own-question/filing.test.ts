/** Filing by a parent or for somebody else, with an own proposal. */
import { expect } from 'chai';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const START = ['leg mijn vraag voor', 'Nee'] as const;

describe('filing by a parent (P4 P5 P6 P7 P14)', () => {
  it('can not begin without the safety question, which can not be skipped', async () => {
    const talk = await aParentTalk();
    expect(await talk.says('leg mijn vraag voor', 'overslaan')).to.match(/niet overslaan[\s\S]*direct gevaar/);
    expect(await talk.says('Ja')).to.match(/^Bel nu 112/);
  });

  it('lets every question be skipped but the safety question', async () => {
    const talk = await aParentTalk();
    await talk.files();
    expect((await talk.stored()).answers).to.deep.equal({ complex: 'unknown', stuck: 'unknown', harm: 'unknown' });
  });

  it('says what it understands before anything is sent, apart from the own words', async () => {
    const talk = await aParentTalk();
    const shown = await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Niemand {{luistert}}.');
    expect(shown)
      .to.match(/Dit schreef u:\s+Niemand \{\{luistert\}\}\./)
      .and.match(/Zo begrijp ik het:\s+De situatie is ingewikkeld\. Het zit vast\. Een kind heeft hier last/);
    expect(await talk.world.register.casesForOfficer('officer-1')).to.deep.equal([]);
  });

  it('keeps that the parent agreed with it', async () => {
    const talk = await aParentTalk();
    await talk.files();
    const { summary, reading, ownWords } = await talk.stored();
    expect(ownWords.text).to.equal('Niemand belt terug.');
    expect(summary).to.match(/Waar het over gaat, staat in de eigen woorden/);
    expect(reading?.answer).to.deep.include({ kind: 'confirmed' });
  });

  it('keeps a correction beside it, and shows both before it is sent', async () => {
    const talk = await aParentTalk();
    await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Help ons.');
    const shown = await talk.says('Zo bedoel ik het niet', 'Het dreigt pas.');
    expect(shown).to.match(/Uw verbetering:\s+Het dreigt pas\./);
    await talk.filed(await talk.says('Ja, leg voor'));
    const { summary, reading } = await talk.stored();
    expect(summary).to.include('Het zit vast.');
    expect(reading?.answer).to.have.nested.property('words.text', 'Het dreigt pas.');
  });

  it('goes back over the summary to the own words', async () => {
    const talk = await aParentTalk();
    expect(await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Eerste.', 'terug')).to.match(/in uw eigen woorden/);
    expect(await talk.says('Tweede.')).to.match(/Dit schreef u:\s+Tweede\./);
  });

  it('sends nothing when the parent would rather talk, and names who to call', async () => {
    const talk = await aParentTalk();
    const end = await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Overslaan');
    expect(end)
      .to.match(/niets verstuurd/)
      .and.match(/0123-456781/)
      .and.match(/tel:0123987654/);
  });

  it('sends nothing after a stop, and says so', async () => {
    const talk = await aParentTalk();
    expect(await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Help.', 'stop')).to.match(/Er is niets verstuurd/);
    expect(await talk.world.register.casesForOfficer('officer-1')).to.deep.equal([]);
  });
});

describe('filing for somebody else (P15)', () => {
  const FOR_OTHERS = [...START, 'Ik doe dit voor iemand anders'] as const;

  it('records who asks and that the family agreed, how and on which day', async () => {
    const talk = await aParentTalk();
    await talk.says(
      ...FOR_OTHERS,
      'Cliëntondersteuner',
      'Ja, dat staat op papier',
      'Cleo van MEE',
      'Ja',
      'Het zit vast',
      'Nee',
    );
    const shown = await talk.says('"Ik kan niet meer", zegt moeder.');
    expect(shown)
      .to.match(/namens een gezin/)
      .and.match(/Uw naam: Cleo van MEE/);
    await talk.filed(await talk.says('Ja, leg voor'));
    expect((await talk.stored()).onBehalf).to.deep.equal({
      relation: 'client-supporter',
      name: 'Cleo van MEE',
      consent: {
        how: 'Het gezin heeft op papier gezet dat het dit goed vindt, zegt wie het voorlegde.',
        on: '2026-11-23',
      },
    });
    expect((await talk.stored()).answers).to.deep.equal({ complex: 'yes', stuck: 'stuck', harm: 'no' });
  });

  it('works without a name and without saying who one is', async () => {
    const talk = await aParentTalk();
    await talk.says(
      ...FOR_OTHERS,
      'Overslaan',
      'Ja, dat zeiden ze mij',
      'Overslaan',
      'Overslaan',
      'Overslaan',
      'Overslaan',
      'Help hen.',
    );
    await talk.filed(await talk.says('Ja, leg voor'));
    expect((await talk.stored()).onBehalf).to.deep.include({ relation: 'other', name: null });
  });

  for (const answer of ['Nee, of nog niet', 'Overslaan', 'Weet ik niet'])
    it(`sends nothing without consent: "${answer}"`, async () => {
      const talk = await aParentTalk();
      const end = await talk.says(...FOR_OTHERS, 'Familie', answer);
      expect(end)
        .to.match(/niets verstuurd/)
        .and.match(/0800-2000/)
        .and.match(/tel:0123987654/);
      expect(await talk.world.register.casesForOfficer('officer-1')).to.deep.equal([]);
    });
});

describe('an own proposal (P16)', () => {
  it('goes along with the filing, and its answer is read by code', async () => {
    const talk = await aParentTalk();
    await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Wij willen een regisseur.');
    await talk.says(
      'Ik wil zelf iets voorstellen',
      'Iemand die regisseur kan zijn',
      'Fatma van het wijkteam, zij kent ons.',
    );
    const code = await talk.filed(await talk.says('Ja, leg voor'));
    const [proposal] = (await talk.stored()).proposals;
    expect(proposal).to.deep.include({ subject: 'regisseur', answer: null });
    expect(await talk.says(code)).to.match(/Uw voorstel:\s+Fatma van het wijkteam[\s\S]*Hier komt nog antwoord op/);
    await talk.officer({
      kind: 'answer-proposal',
      proposalId: proposal?.id ?? '',
      verdict: 'granted',
      reason: 'Zij kent het gezin en heeft tijd.',
    });
    expect(await talk.says(code)).to.match(/ja tegen uw voorstel\. De reden:\s+Zij kent het gezin en heeft tijd\./);
  });

  it('can be left out again on the way', async () => {
    const talk = await aParentTalk();
    await talk.says(
      ...START,
      'Ja',
      'Het zit vast',
      'Ja',
      'Help.',
      'Ik wil zelf iets voorstellen',
      'Overslaan',
      'Ik wil zelf iets voorstellen',
      'Een andere oplossing',
      'Overslaan',
    );
    await talk.filed(await talk.says('Ja, leg voor'));
    expect((await talk.stored()).proposals).to.deep.equal([]);
  });
});
