import { expect } from 'chai';
import type { Cases } from '../../cases/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aDecision, aTalk, heard, parent } from '../support/scripted-cases.ts';

const filedBy = { kind: 'parent', id: null, name: null } as const;
const filed: Cases['file'] = (_, { ownWords }) =>
  Promise.resolve({
    kind: 'filed',
    escalation: anEscalation({
      filedBy,
      ownWords: { text: ownWords, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' },
    }),
    followCode: 'K7QP-3M2X',
  });

/** In the flow, where own words are asked. */
async function writing(script = {}) {
  const talk = aTalk({ as: parent, script: { file: filed, ...script } });
  const asked = await talk.saysAll('vraag voorleggen', 'nee', 'ja', 'het zit vast');
  expect(heard(asked)).to.match(/Wat is er aan de hand/);
  return talk;
}

describe('the first words to a parent', () => {
  it('say that it is a computer, what not to type, who to call in danger and what can be done', async () => {
    const text = heard(await aTalk({ as: parent }).opens());
    expect(text)
      .to.match(/Ik ben een computer/)
      .and.match(/burgerservicenummer/)
      .and.match(/Bel 112/);
    expect(text).to.include('[Mijn vraag voorleggen]').and.include('[Ik wil een mens spreken]');
  });

  it('are the open question when the parent comes back in the middle of a flow', async () => {
    const talk = aTalk({ as: parent });
    await talk.says('leg mijn vraag voor');
    expect(heard(await talk.opens()))
      .to.include('Is er nu gevaar?')
      .and.not.include('Ik ben een computer');
  });
});

describe('a question of a parent', () => {
  it('does not take the first choices away: they work as long as they can be seen', async () => {
    const talk = aTalk({ as: parent });
    await talk.opens();
    expect(heard(await talk.saysAll('hoe lang is de wachtlijst', 'Mijn vraag voorleggen'))).to.include(
      'Is er nu gevaar?',
    );
  });

  it('is answered first, with its places as links and its next steps as choices', async () => {
    const text = heard(await aTalk({ as: parent }).says('hoe lang is de wachtlijst'));
    expect(text).to.include('Bel 0123-456789.').and.include('<tel:0123987654>').and.include('[Leg uw vraag voor]');
  });

  it('leads on by the number, the words or the start of a choice', async () => {
    for (const said of ['1', 'Leg uw vraag voor', 'leg uw']) {
      const talk = aTalk({ as: parent });
      expect(heard(await talk.saysAll('hoe lang is de wachtlijst', said)), said).to.include('Is er nu gevaar?');
    }
    const talk = aTalk({ as: parent });
    expect(heard(await talk.saysAll('hoe lang is de wachtlijst', '2'))).to.include('Eén plan voor het hele gezin.');
  });

  it('gets "Bedoelt u …?" when two answers fit, and a person when none of them does', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.says('iets met een plan'))).to.include('[Het gezinsplan]\n[Wachtlijst]\n[Geen van deze]');
    const declined = aTalk({ as: parent });
    expect(heard(await declined.saysAll('iets met een plan', 'nee'))).to.include(textOf('antwoord.weet-ik-niet'));
    expect(heard(await talk.says('geen van deze')))
      .to.include(textOf('antwoord.weet-ik-niet'))
      .and.include('<tel:0123456789>');
  });

  it('is declined honestly with a person to call when nothing fits', async () => {
    expect(heard(await aTalk({ as: parent }).says('wie wint de cup'))).to.include('<tel:0123456789>');
  });

  it('never reaches the register', async () => {
    const talk = aTalk({ as: parent });
    await talk.saysAll(
      'heeft gezin De Vries één plan en één regisseur?',
      'De Vries',
      'mijn kaarten',
      'leg gezin De Vries voor',
    );
    expect(talk.calls).to.deep.equal([]);
  });

  it('can not start a flow of workers, also not through a choice', async () => {
    const knowledge = aKnowledge({
      matches: { check: { answerId: 'wachtlijst', decided: 'answer' } },
    });
    const talk = aTalk({ as: parent, knowledge });
    for (const said of ['1g1p1r', 'casus-check', 'een plan een regisseur']) {
      expect(heard(await talk.says(said)), said).to.include(textOf('antwoord.weet-ik-niet'));
    }
  });

  it('can not press a button of workers', async () => {
    const talk = aTalk({ as: parent });
    for (const verb of ['check', 'file', 'open', 'take', 'decide', 'withdraw', 'form', 'constructor']) {
      const replies = await talk.submits(verb, { cardRef: 'card-0000000000000001' });
      expect(heard(replies), verb).to.equal(textOf('weiger.onbekende-knop'));
    }
    expect(talk.calls).to.deep.equal([]);
  });
});

describe('danger', () => {
  it('gets numbers first, and then an offer to go on', async () => {
    const [first, second] = await aTalk({ as: parent }).says('ik wil niet meer leven');
    expect(first).to.deep.include({ kind: 'text', tone: 'urgent' });
    expect(first).to.have.property('links').that.deep.includes({ title: 'Bel 112', url: 'tel:112' });
    expect(second).to.deep.include({ kind: 'choices', prompt: textOf('crisis.verder') });
  });

  it('gets the fixed words when no answer fits, with 112 first', async () => {
    const [first] = await aTalk({ as: parent }).says('hij heeft een mes');
    expect(first).to.have.nested.property('links[0].url', 'tel:112');
    expect(first).to.have.nested.property('paragraphs[0]', textOf('crisis.vast.1'));
  });

  it('keeps the running flow and asks the open question again', async () => {
    const talk = aTalk({ as: parent });
    const replies = await talk.saysAll('vraag voorleggen', 'nee', 'ik wil niet meer leven');
    expect(replies[0]).to.include({ tone: 'urgent' });
    expect(heard(replies)).to.match(/Is het ingewikkeld\?/);
    expect(heard(await talk.says('ja'))).to.include('Zit het vast?');
  });

  it('that is a choice of the flow leads where the flow says', async () => {
    const replies = await aTalk({ as: parent }).saysAll('vraag voorleggen', 'Ja, nu gevaar');
    expect(replies).to.have.length(1);
    expect(heard(replies))
      .to.match(/^Bel 112\nBel nu\./)
      .and.include('<tel:112>');
  });

  it('in own words shows the numbers and keeps the words', async () => {
    const talk = await writing();
    const replies = await talk.says('ik wil niet meer leven');
    expect(replies[0]).to.include({ tone: 'urgent' });
    expect(heard(replies)).to.include(textOf('crisis.woorden-bewaard')).and.include('Mag ik dit versturen?');
    await talk.says('versturen');
    expect(talk.calls[0]?.args[1]).to.include({ ownWords: 'ik wil niet meer leven' });
  });

  it('is heard from every actor', async () => {
    const talk = aTalk({ as: { kind: 'officer', id: 'o-1', name: 'Olga' } });
    expect((await talk.says('ik wil niet meer leven'))[0]).to.include({ tone: 'urgent' });
  });
});

describe('what always works in a flow', () => {
  it('stops, and says that nothing was sent', async () => {
    const talk = await writing();
    expect(heard(await talk.says('stop'))).to.include('Er is niets verstuurd');
    expect(talk.state().flow).to.equal(null);
    expect(talk.calls).to.deep.equal([]);
  });

  it('says that nothing was running when there was nothing to stop', async () => {
    expect(heard(await aTalk({ as: parent }).says('annuleer'))).to.include(textOf('stop.niets-liep'));
  });

  it('goes back, also from own words and from an outcome', async () => {
    const talk = await writing();
    expect(heard(await talk.says('terug'))).to.include('Zit het vast?');
    const other = aTalk({ as: parent });
    expect(heard(await other.saysAll('vraag voorleggen', 'weet ik niet', 'terug'))).to.include('Is er nu gevaar?');
  });

  it('says so when there is no way back', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.saysAll('vraag voorleggen', 'terug')))
      .to.include(textOf('terug.kan-niet'))
      .and.include('Is er nu gevaar?');
    expect(heard(await aTalk({ as: parent }).says('terug'))).to.include(textOf('terug.kan-niet'));
  });

  it('begins again with nothing kept', async () => {
    const talk = await writing();
    expect(heard(await talk.says('opnieuw')))
      .to.include(textOf('opnieuw.flow'))
      .and.include('Is er nu gevaar?');
    expect(talk.state().flow).to.deep.include({ answers: {}, path: [] });
  });

  it('names a person and a number, and asks the open question again', async () => {
    const talk = aTalk({ as: parent });
    const text = heard(await talk.saysAll('vraag voorleggen', 'mens spreken'));
    expect(text).to.include('<tel:0123456789>').and.include('Is er nu gevaar?');
  });

  it('offers the client supporter at every question, and tells about it without losing the question', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.says('vraag voorleggen'))).to.include('[Hulp van een cliëntondersteuner]');
    const text = heard(await talk.says('Hulp van een cliëntondersteuner'));
    expect(text).to.include('Iemand die naast u staat.').and.include('Is er nu gevaar?');
  });

  it('does not offer a supporter that the municipality does not have', async () => {
    const talk = aTalk({ as: parent, knowledge: aKnowledge({ places: {} }) });
    expect(heard(await talk.says('vraag voorleggen'))).to.not.include('cliëntondersteuner');
  });

  it('answers a question in between and asks the open one again', async () => {
    const talk = aTalk({ as: parent });
    const text = heard(await talk.saysAll('vraag voorleggen', 'hoe lang is de wachtlijst'));
    expect(text).to.match(/U wacht\.[\s\S]*Is er nu gevaar\?/);
    expect(text).to.not.include('[Leg uw vraag voor]');
  });

  it('repeats the question when it understood nothing', async () => {
    const text = heard(await aTalk({ as: parent }).saysAll('vraag voorleggen', 'paarse krokodil'));
    expect(text).to.include(textOf('flow.kies')).and.include('Is er nu gevaar?');
  });

  it('says when a question can not be skipped', async () => {
    const text = heard(await aTalk({ as: parent }).saysAll('vraag voorleggen', 'overslaan'));
    expect(text).to.include(textOf('flow.niet-overslaan')).and.include('Is er nu gevaar?');
  });
});

describe('the end of a flow', () => {
  it('repeats the answers that led there, without the safety question and the own words', async () => {
    const talk = await writing();
    const text = heard(await talk.saysAll('Geheime woorden', 'Niet versturen'));
    expect(text)
      .to.include(textOf('flow.uw-antwoorden'))
      .and.include('Is het ingewikkeld? Ja.')
      .and.include('Zit het vast? Het zit vast.');
    expect(text).to.not.include('Is er nu gevaar?').and.not.include('Geheime woorden');
  });
});

describe('filing by a parent', () => {
  it('keeps the own words letter by letter, also when they look like a template or a stop', async () => {
    const talk = await writing();
    const words = '  Stop er maar mee, zeggen ze. {{gemeente.telefoon}} **nee** \u202Eomgekeerd';
    await talk.saysAll(words, 'versturen');
    expect(talk.calls).to.have.length(1);
    expect(talk.calls[0]?.args).to.deep.equal([
      parent,
      {
        ownWords: words,
        summary: null,
        answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
        caseId: null,
        replyTo: 'web:c1',
      },
      'turn-6',
    ]);
  });

  it('gives the number, the follow code and the promised date at once', async () => {
    const talk = await writing();
    const text = heard(await talk.saysAll('Help.', 'versturen'));
    expect(text).to.include('Nummer L-7F3K2M, code K7QP-3M2X, antwoord op vrijdag 4 december 2026.');
  });

  it('remembers the follow code for this conversation only, so that news can be answered without typing it', async () => {
    const talk = await writing({
      follow: () => Promise.resolve({ kind: 'followed', escalation: anEscalation({ filedBy }), stopped: [] }),
    });
    await talk.saysAll('Help.', 'versturen');
    expect(heard(await talk.says('Reageren op mijn vraag'))).to.include('L-7F3K2M');
    expect(talk.calls.at(-1)).to.deep.equal({ name: 'follow', args: [parent, 'K7QP-3M2X'] });
    expect(JSON.stringify(talk.state().flow)).to.not.include('K7QP');
  });

  it('takes a citizen service number out before anything is kept', async () => {
    const talk = await writing();
    await talk.says('Mijn BSN is 111222333.');
    expect(talk.state().flow?.answers.eigenWoorden).to.equal('Mijn BSN is [nummer verwijderd].');
  });

  it('refuses words that are too long, says how long they may be, and sends nothing', async () => {
    const talk = await writing();
    expect(heard(await talk.says('a'.repeat(201))))
      .to.include('201 tekens')
      .and.include('200 tekens')
      .and.include('Wat is er aan de hand?');
    expect(talk.calls).to.deep.equal([]);
  });

  it('names a person when it could not be filed', async () => {
    const talk = await writing({ file: () => Promise.resolve({ kind: 'not-allowed' }) });
    expect(heard(await talk.saysAll('Help.', 'versturen'))).to.include('Het lukte niet. Bel 0123-456789.');
  });

  it('lets a fault of the store through to the host, which says so', async () => {
    const talk = await writing({ file: () => Promise.reject(new Error('disk full')) });
    await talk.says('Help.');
    const fault = await talk.says('versturen').then(() => undefined, String);
    expect(fault).to.match(/disk full/);
  });
});

describe('words that are repeated in a question', () => {
  const flows = [
    {
      id: 'leg-voor',
      titel: 'x',
      doelgroep: ['ouder' as const],
      eigenaar: 'r',
      gecontroleerdOp: '2026-11-22',
      start: 'woorden',
      poort: [],
      aanroep: ['vraag voorleggen'],
      stappen: {
        woorden: {
          soort: 'invoer' as const,
          tekst: 'Vertel.',
          bewaarAls: 'eigenWoorden',
          maxTekens: 99,
          naar: 'zeker',
          overslaan: null,
        },
        zeker: {
          soort: 'vraag' as const,
          tekst: 'U schreef: {{eigenWoorden}} Bel {{gemeente.telefoon}}?',
          keuzes: [{ tekst: 'Nee', naar: 'klaar' }],
          weetNiet: null,
          overslaan: null,
        },
        klaar: {
          soort: 'uitkomst' as const,
          titel: 'Klaar',
          tekst: ['{{eigenWoorden}}'],
          toon: 'gewoon' as const,
          antwoorden: [],
          vervolg: [],
        },
      },
    },
  ];

  it('are never read as a template', async () => {
    const talk = aTalk({ as: parent, knowledge: aKnowledge({ flows }) });
    const words = '{{gemeente.telefoon}} {{onbekend}} \uE000eigenWoorden\uE001 $& $1';
    expect(heard(await talk.saysAll('vraag voorleggen', words))).to.include(`U schreef: ${words} Bel 0123-456789?`);
    expect(heard(await talk.says('nee'))).to.include(words);
  });
});

describe('following with a code', () => {
  const followed =
    (state: Parameters<typeof anEscalation>[0]): Cases['follow'] =>
    () =>
      Promise.resolve({ kind: 'followed', escalation: anEscalation({ filedBy, ...state }), stopped: [] });

  it('tells the number, the state, the promised date and the own words as they were typed', async () => {
    const ownWords = { text: 'Niemand {{luistert}}.', sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' };
    const talk = aTalk({ as: parent, script: { follow: followed({ ownWords }) } });
    const text = heard(await talk.says('mijn code is k7qp 3m2x'));
    expect(talk.calls[0]).to.deep.equal({ name: 'follow', args: [parent, 'K7QP-3M2X'] });
    expect(text).to.include('L-7F3K2M').and.include('vrijdag 4 december 2026').and.include('Niemand {{luistert}}.');
  });

  it('tells the decision, the reason, the date and what to do when you disagree', async () => {
    const decision = { ...aDecision, reason: 'Omdat {{x}}.' };
    const talk = aTalk({ as: parent, script: { follow: followed({ state: { kind: 'decided', decision } }) } });
    const text = heard(await talk.says('K7QP-3M2X'));
    expect(text)
      .to.include('Olga Officier heeft op maandag 23 november 2026 besloten: nee')
      .and.include('Omdat {{x}}.');
    expect(text).to.include('maandag 4 januari 2027').and.include('niet mee eens').and.include('tel:0123987654');
  });

  it('says the same for every code it does not know', async () => {
    const talk = aTalk({ as: parent, script: { follow: () => Promise.resolve({ kind: 'not-found' }) } });
    const texts = [heard(await talk.says('K7QP-3M2X')), heard(await talk.says('ABCD-2345'))];
    expect(new Set(texts).size).to.equal(1);
    expect(texts[0]).to.match(/ken ik niet/);
  });

  it('is done for a code that looks like danger, when there is such a code; else the numbers come', async () => {
    const matches = { 'K7QP-3M2X': { crisis: true, level: 'crisis' as const, ranked: [] } };
    const knowledge = aKnowledge({ matches });
    const known = aTalk({ as: parent, knowledge, script: { follow: followed({}) } });
    expect(heard(await known.says('K7QP-3M2X')))
      .to.include('L-7F3K2M')
      .and.not.include('112');
    const unknown = aTalk({ as: parent, knowledge, script: { follow: () => Promise.resolve({ kind: 'not-found' }) } });
    expect((await unknown.says('K7QP-3M2X'))[0]).to.include({ tone: 'urgent' });
  });

  it('does not call a code wrong that can not be looked up now', async () => {
    const talk = aTalk({ as: parent, script: { follow: () => Promise.resolve({ kind: 'audit-unavailable' }) } });
    expect(heard(await talk.says('K7QP-3M2X'))).to.not.match(/ken ik niet/);
  });

  it('looks nothing up when there were too many tries', async () => {
    const talk = aTalk({ as: parent, mayTryFollowCode: () => false });
    expect(heard(await talk.says('K7QP-3M2X'))).to.match(/te vaak/);
    expect(talk.calls).to.deep.equal([]);
  });

  it('gives the try back for a code that exists, and for no other', async () => {
    for (const [follow, expected] of [
      [followed({}), 1],
      [() => Promise.resolve({ kind: 'not-found' } as const), 0],
      [() => Promise.resolve({ kind: 'audit-unavailable' } as const), 0],
    ] as const) {
      let given = 0;
      const talk = aTalk({ as: parent, script: { follow }, followCodeWorked: () => (given += 1) });
      await talk.says('K7QP-3M2X');
      expect(given).to.equal(expected);
    }
  });

  it('works in the middle of a flow, which then goes on', async () => {
    const talk = aTalk({ as: parent, script: { follow: followed({}) } });
    const text = heard(await talk.saysAll('vraag voorleggen', 'eerst nog: hoe staat het met K7QP-3M2X'));
    expect(text).to.include('L-7F3K2M').and.include('Is er nu gevaar?');
  });

  it('is not done for a code inside own words', async () => {
    const talk = await writing();
    expect(heard(await talk.says('Mijn vraag K7QP-3M2X hielp niet'))).to.include('Mag ik dit versturen?');
    expect(talk.calls).to.deep.equal([]);
  });

  it('explains how when there is no code yet', async () => {
    expect(heard(await aTalk({ as: parent }).says('Hoe staat het met mijn vraag?'))).to.include('Typ uw volgcode');
  });

  it('takes the question back only after a yes', async () => {
    const withdraw: Cases['withdraw'] = () =>
      Promise.resolve({ kind: 'followed', escalation: anEscalation({ filedBy }), stopped: [] });
    const talk = aTalk({ as: parent, script: { follow: followed({}), withdraw } });
    expect(heard(await talk.saysAll('K7QP-3M2X', 'Mijn vraag intrekken'))).to.match(/echt intrekken/);
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['follow']);
    expect(heard(await talk.says('Ja, intrekken'))).to.match(/L-7F3K2M is ingetrokken/);
    expect(talk.calls[1]?.name).to.equal('withdraw');
    expect(talk.calls[1]?.args[1]).to.deep.equal({ followCode: 'K7QP-3M2X' });
  });

  it('shows how it stands when there is nothing to take back any more', async () => {
    const state = { kind: 'decided', decision: aDecision } as const;
    const withdraw: Cases['withdraw'] = () =>
      Promise.resolve({ kind: 'already-decided', decision: aDecision, escalation: anEscalation({ filedBy, state }) });
    const talk = aTalk({ as: parent, script: { follow: followed({ state }), withdraw } });
    expect(heard(await talk.says('ja, intrekken K7QP-3M2X'))).to.match(/besloten: nee/);
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['follow']);
  });
});
