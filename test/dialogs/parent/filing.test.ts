import { expect } from 'chai';
import { anEscalation } from '../../support/a-family-case.ts';
import { aKnowledge } from '../../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';
import { filedBy, writing } from './a-writing-parent.ts';

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
