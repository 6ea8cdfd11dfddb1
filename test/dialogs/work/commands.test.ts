import { expect } from 'chai';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aKnowledge, anAnswer, textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { cardRefsIn } from '../../support/card-walk.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';

const families = [aFamilyCase(), aFamilyCase({ id: 'case-2', label: 'Gezin Bakker' })];
const talking = () => aWorkerTalk({ families });

describe('commands in free text', () => {
  const started = [
    ['verwijzing De Vries', 'werk.referral'],
    ['De Vries verwijzing', 'werk.referral'],
    ['Ik wil een verwijzing voor gezin de vries', 'werk.referral'],
    ['signaal bakker', 'werk.signals'],
    ['Wat heb ik gehoord bij de familie De Vries?', 'werk.signals'],
    ['verzoek De Vries', 'werk.request'],
    ['overdracht De Vries', 'werk.worker-change'],
    ['nazorg De Vries', 'nazorg.kop'],
    ['gezin De Vries loopt vast', 'stuk.kop'],
    ['plan vastleggen De Vries', 'werk.plan'],
    ['vastleggen De Vries', 'menu.kop'],
    ['eerste contact afronden De Vries', 'poort.kop'],
  ] as const;
  for (const [said, key] of started) {
    it(`start the card at once for the family in the words: "${said}"`, async () => {
      const card = await (await talking()).says(said);
      expect(card)
        .to.include(textOf(key))
        .and.match(said.includes('bakker') ? /Gezin Bakker/ : /Gezin De Vries/);
    });
  }

  it('show one card to choose from when no family is named, or none of one’s own', async () => {
    for (const said of ['signaal', 'verwijzing', 'verwijzing gezin Jansen', 'verwijzing Jansen']) {
      const talk = await talking();
      const picker = await talk.says(said);
      expect(picker, said).to.include('Gezin Bakker').and.include('Gezin De Vries');
      const [bakker] = cardRefsIn(talk.newest());
      const verb = said === 'signaal' ? 'new-signals' : 'new-referral';
      expect(JSON.stringify(talk.newest()), said).to.include(`"verb":"${verb}"`);
      const form = await talk.presses(verb, { cardRef: bakker });
      expect(form, said).to.include('Gezin Bakker');
    }
  });

  it('do not take the only family when another one is named', async () => {
    const talk = await aWorkerTalk();
    expect(await talk.says('signaal Jansen')).to.include(textOf('kies-gezin.kop'));
    expect(await talk.says('signaal')).to.include(textOf('werk.signals'));
  });

  it('leave questions, checks and filings alone', async () => {
    const talk = await talking();
    expect(await talk.says('hoe lang is de wachtlijst')).to.include('U wacht.');
    expect(await talk.says('gezin De Vries plan?')).to.include(textOf('check.kop'));
    expect(await talk.says('leg gezin De Vries voor')).to.include(textOf('formulier.kop'));
    const said = 'wat moet er in een verwijzing naar de gecertificeerde instelling staan volgens de regels';
    expect(await talk.says(said)).to.not.include(textOf('kies-gezin.kop'));
  });

  it('are not for parents', async () => {
    const talk = aTalk({ as: parent });
    for (const said of ['signaal', 'mijn werk', 'verwijzing De Vries', 'nazorg']) {
      expect(heard(await talk.says(said)), said).to.include(textOf('antwoord.weet-ik-niet').slice(0, 20));
    }
    expect(heard(await talk.submits('save-signals', { cardRef: 'x'.repeat(22) }))).to.equal(
      textOf('weiger.onbekende-knop'),
    );
    expect(talk.calls).to.deep.equal([]);
  });

  it('show what waits in all families, and open the check from there', async () => {
    const talk = await talking();
    expect(await talk.says('mijn werk')).to.match(/Plan opnieuw bespreken\s+, uiterlijk op maandag 1 maart 2027/);
    await talk.says('signaal De Vries');
    await talk.presses('save-signals', { codes: 'complaint,recommendation', from: 'ouder', on: '2026-11-23' });
    const work = await talk.says('mijn werk');
    for (const code of ['complaint', 'recommendation']) expect(work).to.include(textOf(`signaal.${code}`));
    expect(work).to.include(textOf('werksoort.signal-open')).and.include('30 november 2026');
    expect(await talk.presses('check', { cardRef: cardRefsIn(talk.newest())[1] })).to.include(textOf('check.kop'));
  });

  it('say that nothing waits when nothing does', async () => {
    const talk = await aWorkerTalk({ families: [aFamilyCase({ plans: 0 })] });
    expect(await talk.says('mijn werk')).to.equal(textOf('mijn-werk.niets'));
  });
});

describe('the bare word "check" while a choice begins with it', () => {
  const title = "Check '1 gezin, 1 plan, 1 regisseur' (vragenlijst)";
  const knowledge = aKnowledge({
    answers: [
      anAnswer({ id: 'vragenlijst', titel: title, doelgroep: ['professional'], antwoord: ['De vragenlijst.'] }),
    ],
    matches: { 'een lijst om langs te lopen': { suggestions: ['vragenlijst', 'wachtlijst'], decided: 'suggest' } },
  });

  for (const said of ['check', 'Check', 'controleer'])
    it(`asks which family: "${said}"`, async () => {
      const talk = await aWorkerTalk({ families, knowledge });
      expect(await talk.says('een lijst om langs te lopen')).to.include(title);
      const asked = await talk.says(said);
      expect(asked).to.include(textOf('kies-gezin.kop')).and.include('Gezin Bakker').and.not.include('De vragenlijst.');
    });

  it('leaves the choice to who types more of it, or its number', async () => {
    for (const said of ['check 1 gezin', '1']) {
      const talk = await aWorkerTalk({ families, knowledge });
      await talk.says('een lijst om langs te lopen');
      expect(await talk.says(said), said).to.include('De vragenlijst.');
    }
  });
});
