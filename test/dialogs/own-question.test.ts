/** Filing by a parent or for somebody else, and everything that can be done with the own question afterwards. */
import { expect } from 'chai';
import { textOf } from '../support/a-knowledge.ts';
import { aParentTalk } from '../support/a-parent-talk.ts';

const START = ['leg mijn vraag voor', 'Nee'] as const;
const DECISION = {
  kind: 'decide',
  verdict: 'refused',
  reason: 'Er is geen plek in deze gemeente.',
  effectiveOn: '2027-02-01',
  alternative: 'Begeleiding in de buurgemeente.',
} as const;

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
    expect(summary).to.match(/leest het aanspreekpunt in uw eigen woorden/);
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

  it('takes along what is typed under the summary, and loses none of it', async () => {
    const talk = await aParentTalk();
    await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'wat is een regisseur?');
    const more = ['Niemand van de zes weet van de ander.', 'Ik wil dat een van hen de leiding neemt.'] as const;
    expect(await talk.says(more[0]))
      .to.include(textOf('flow.verbetering-bewaard'))
      .and.include(more[0]);
    expect(await talk.says(more[1]))
      .to.include(more[0])
      .and.include(more[1]);
    await talk.filed(await talk.says('Ja, leg voor'));
    const { ownWords, reading } = await talk.stored();
    expect(ownWords.text).to.equal('wat is een regisseur?');
    expect(reading?.answer).to.have.nested.property('words.text', more.join('\n'));
  });

  it('asks again after a few words that choose nothing', async () => {
    const talk = await aParentTalk();
    await talk.says(...START, 'Ja', 'Het zit vast', 'Ja', 'Help ons.');
    expect(await talk.says('tja eh nou ja')).to.not.include(textOf('flow.verbetering-bewaard'));
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

describe('the own question, by follow code (P7 P10 P16 P17 P20 O8)', () => {
  it('tells every step with its day, newest state first, and the own words', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'take' });
    const told = await talk.says(code);
    expect(told).to.match(/Olga Officier is sinds maandag 23 november 2026 met uw vraag bezig/);
    expect(told)
      .to.match(/\d\. maandag 23 november 2026: Olga Officier pakte uw vraag op\./)
      .and.include('Niemand belt terug.');
  });

  it('asks first what the officer wants to know, and takes the answer to the letter', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    const ask = (question: string) =>
      talk.officer({ kind: 'ask-more', question, of: { kind: 'parent' }, due: '2026-11-30' });
    await ask('Sinds wanneer wacht u?');
    await ask('Wie belde u?');
    expect(await talk.says(code)).to.match(
      /Het aanspreekpunt vraagt u:\s+Sinds wanneer wacht u\?\s+Antwoord graag voor maandag 30 november 2026/,
    );
    expect(await talk.says('  Sinds mei. {{x}}')).to.match(/Wie belde u\?/);
    expect(await talk.says('Ik zelf.')).to.match(/doorgegeven/);
    expect((await talk.stored()).questions.map(({ answer }) => answer?.words.text)).to.deep.equal([
      '  Sinds mei. {{x}}',
      'Ik zelf.',
    ]);
    expect(await talk.says(code)).to.not.match(/vraagt u:/);
  });

  it('lets a question of the officer wait: skipped or stopped, the question stays', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'ask-more', question: 'Hoe laat?', of: { kind: 'parent' }, due: '2026-11-30' });
    expect(await talk.says(code, 'Overslaan')).to.match(/nog iets doen/);
    expect(await talk.says(code, 'stop')).to.match(/blijft staan/);
    expect((await talk.stored()).questions[0]?.answer).to.equal(null);
  });

  it('asks whether a new summary is right, and keeps both a yes and a no', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'summarise', text: 'Het gezin vraagt om één regisseur.' });
    expect(await talk.says(code)).to.match(
      /Olga Officier vat uw vraag zo samen:\s+Het gezin vraagt om één regisseur\./,
    );
    expect(await talk.says('Nee, dat klopt niet', 'Wij vragen om twee dingen.')).to.match(/doorgegeven/);
    expect((await talk.stored()).reading?.answer).to.have.nested.property('words.text', 'Wij vragen om twee dingen.');
    await talk.officer({ kind: 'summarise', text: 'Het gezin vraagt om twee dingen.' });
    await talk.says(code, 'Ja, dat klopt');
    expect((await talk.stored()).reading?.answer).to.have.property('kind', 'confirmed');
    expect(await talk.says(code)).to.match(/dat dit klopt/);
  });

  for (const [about, expected] of [
    ['Over het laatste nieuws', 'step'],
    ['Over de samenvatting', 'summary'],
    ['Over wat ik zelf schreef', 'own-words'],
    ['Overslaan', 'step'],
  ] as const)
    it(`takes a reaction: "${about}"`, async () => {
      const talk = await aParentTalk();
      const code = await talk.files();
      await talk.officer({ kind: 'take' });
      expect(await talk.says(code, 'Reageren', 'Ik ben er blij mee.', about)).to.match(/doorgegeven/);
      const { comments, steps } = await talk.stored();
      const taken = steps.find(({ kind }) => kind === 'taken');
      expect(comments[0]).to.have.property('about', expected === 'step' ? taken?.id : expected);
      expect(comments[0]).to.have.nested.property('words.text', 'Ik ben er blij mee.');
    });

  it('takes a reaction to any step by its number, and asks again when there is no such number', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'take' });
    await talk.officer({ kind: 'hand-over', to: 'officer-2', reason: 'Ik ga met vakantie.' });
    const told = await talk.says(code);
    const number = /(\d)\. [^\n]*pakte uw vraag op/.exec(told)?.[1] ?? '';
    expect(await talk.says('Reageren', 'Hierover.', 'Over een andere stap', '99')).to.match(/niet in de lijst/);
    await talk.says(`stap ${number}`);
    const { comments, steps } = await talk.stored();
    expect(comments[0]?.about).to.equal(steps.find(({ kind }) => kind === 'taken')?.id);
  });

  it('takes a proposal and a promise to call with a time, and says by which day', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, 'Zelf iets voorstellen', 'Een andere oplossing', 'Een andere school.')).to.match(
      /moet er antwoord op krijgen/,
    );
    expect((await talk.stored()).proposals[0]).to.deep.include({ subject: 'other' });
    expect(await talk.says(code, 'Laat mij terugbellen', '06-12345678, tussen 9 en 12 uur')).to.match(
      /uiterlijk op dinsdag 24 november 2026/,
    );
    expect((await talk.stored()).callBacks[0]?.reach).to.equal('06-12345678, tussen 9 en 12 uur');
    expect(await talk.says(code)).to.match(/Wij bellen u uiterlijk op dinsdag 24 november 2026/);
  });

  it('skips what was begun and goes back to the choices', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    for (const begun of [['Reageren'], ['Laat mij terugbellen'], ['Zelf iets voorstellen', 'Overslaan']]) {
      await talk.says(code, ...begun);
      expect(await talk.says('Overslaan'), begun.join()).to.match(/nog iets doen/);
    }
  });

  it('shows a refusal with its reason, what can be done instead, and every way outside (O7 P22)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    const told = await talk.says(code);
    expect(told)
      .to.match(/besloten: nee/)
      .and.include('Er is geen plek in deze gemeente.')
      .and.match(/Dit kan wel:\s+Begeleiding in de buurgemeente\./);
    expect(await talk.says('Ik ben het er niet mee eens', 'Kijken waar ik nog meer naartoe kan')).to.match(
      /vraag blijft staan[\s\S]*\[Waar kan ik nog meer naartoe\?\]/,
    );
  });

  it('takes a complaint point by point, with the day of the answer', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    expect(
      await talk.says(
        code,
        'Ik ben het er niet mee eens',
        'Een klacht indienen',
        'Niemand belde.\n\nIk werd niet gehoord.',
      ),
    ).to.match(/antwoord, op elk punt apart/);
    expect((await talk.stored()).complaints[0]?.statements.map(({ words }) => words.text)).to.deep.equal([
      'Niemand belde.',
      'Ik werd niet gehoord.',
    ]);
  });

  it('shows who an order went to, by when, and whether it was carried out (O3)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    const order = { to: 'Wijkteam {{x}}', what: 'Een vaste begeleider.', basis: 'Mandaatbesluit', due: '2026-12-01' };
    await talk.officer({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Dit is hard nodig.',
      effectiveOn: '2026-12-01',
      order,
    });
    expect(await talk.says(code))
      .to.match(/Wijkteam \{ \{x\}\} kreeg een opdracht. Die moet uiterlijk op dinsdag 1 december 2026/)
      .and.include('Dit is nog niet gedaan.');
    const [given] = (await talk.stored()).orders;
    await talk.officer({ kind: 'order-carried-out', orderId: given?.id ?? '', on: '2026-11-23' });
    expect(await talk.says(code)).to.include('Dit is gedaan op maandag 23 november 2026.');
  });

  describe('after being sent to somebody else: helped or sent on? (P17)', () => {
    async function sentElsewhere() {
      const talk = await aParentTalk();
      const code = await talk.files();
      await talk.officer({
        kind: 'decide',
        verdict: 'elsewhere',
        reason: 'Dit is voor het wijkteam.',
        effectiveOn: '2026-11-24',
        to: 'het wijkteam',
      });
      expect(await talk.says(code))
        .to.match(/Dit is voor: het wijkteam/)
        .and.not.match(/weer doorgestuurd\?/);
      talk.world.setTime('2026-12-09T09:00:00.000Z');
      expect(await talk.says(code)).to.match(/Bent u geholpen, of weer doorgestuurd\?/);
      return { talk, code };
    }

    it('keeps a yes and asks no second time', async () => {
      const { talk, code } = await sentElsewhere();
      expect(await talk.says('Ja, ik ben geholpen')).to.match(/Fijn dat het is gelukt/);
      expect((await talk.stored()).helped?.answer).to.have.property('kind', 'helped');
      expect(await talk.says(code)).to.not.match(/Bent u geholpen/);
    });

    it('puts the question back on the desk with a new day when the parent was sent on', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Nee, ik ben weer doorgestuurd', 'Naar de gemeente.')).to.match(
        /ligt nu weer bij[\s\S]*uiterlijk op \w+ \d+ december 2026/,
      );
      expect((await talk.stored()).state.kind).to.equal('filed');
    });

    it('keeps that it did not help yet, without words', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Nog niet', 'Overslaan')).to.match(/doorgegeven/);
      expect((await talk.stored()).helped?.answer).to.deep.include({ kind: 'not-yet', words: null });
    });

    it('can be left unanswered', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Overslaan')).to.match(/nog iets doen/);
    });
  });

  it('ends with the lesson: how it came across, why, and what changes (L1)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    const lesson = {
      cameAcross: 'U voelde zich niet gehoord.',
      why: 'Niemand had de regie.',
      changes: 'Elk gezin krijgt één naam.',
    };
    await talk.officer({ kind: 'close', lesson });
    const told = await talk.says(code);
    for (const words of Object.values(lesson)) expect(told).to.include(words);
    expect(await talk.says('Zelf iets voorstellen', 'Een andere oplossing', 'Toch nog iets.')).to.match(
      /kan nu niet meer/,
    );
  });

  it('can be left alone: says that nothing more was sent', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, 'Nee, ik ben klaar')).to.match(/blijft staan/);
    expect(await talk.says(code, 'Waar kan ik nog meer naartoe?')).to.match(/vertrouwenspersoon/);
    expect(await talk.says(code, 'Mijn vraag intrekken', 'Nee, laat mijn vraag staan')).to.match(/Er verandert niets/);
    expect((await talk.stored()).state.kind).to.equal('filed');
  });

  it('is taken back after a yes, and says later that nobody works on it any more', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(`intrekken ${code}`)).to.match(/echt intrekken/);
    expect(await talk.says('Ja, intrekken')).to.match(/is ingetrokken/);
    expect(await talk.says(code)).to.match(/niet meer gewerkt/);
    expect(await talk.says(`ja, intrekken ${code}`)).to.match(/niet meer gewerkt/);
  });

  it('is known in the chat in which it was filed, and in another one only with the code', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says('Reageren op mijn vraag')).to.match(/Uw vraag heeft nummer/);
    const other = talk.chat();
    expect(await other.says('Reageren op mijn vraag')).to.match(/Typ uw volgcode/);
    expect(await other.says(code.toLowerCase().replace('-', ' '))).to.match(/Uw vraag heeft nummer/);
  });
});
