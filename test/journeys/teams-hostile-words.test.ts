import { expect } from 'chai';
import { aTeamsApp, type Colleague, cardOf, idOf, isBaseCard, type TeamsApp } from '../support/a-teams-app.ts';
import { cardRefIn } from '../support/an-app.ts';
import { wherein } from '../support/card-walk.ts';

const CANARY = 'KanarieTekst';

interface Hostile {
  readonly text: string;
  /** How it may stand in the TextRun, when that is not as it was typed. */
  readonly shown?: string;
  /** What may stand nowhere, not even there. */
  readonly never?: readonly string[];
}

const corpus: Record<string, Hostile> = {
  'a link': { text: '[klik](https://evil.example)' },
  'a script as a link': { text: '[x](javascript:alert(1))' },
  'a tracking picture': { text: '![](http://track.example/1.png)' },
  'bold text': { text: '**vet**' },
  'a heading': { text: '\n# kop' },
  'a mention': { text: '<at>Directeur</at>' },
  'an element with a script': { text: '<img src=x onerror=1>' },
  'a date function': {
    text: '{{DATE(2017-02-14T06:00:00Z)}}',
    shown: '{ {DATE(2017-02-14T06:00:00Z)}}',
    never: ['{{'],
  },
  'a template': { text: '${$root}', shown: '$ {$root}', never: ['${'] },
  'reversed text': { text: '\u202Eneguel', shown: '[U+202E]neguel', never: ['\u202E'] },
  'invisible text': {
    text: 'on\u200Bzicht\u2060baar\uFEFF.',
    shown: 'onzichtbaar.',
    never: ['\u200B', '\u2060', '\uFEFF'],
  },
  'a flood of lines': { text: `a${'\n'.repeat(3_000)}b`, shown: 'a\n\nb', never: ['\n\n\n'] },
};

function outsideTextRuns(body: unknown, words: string): string[] {
  return wherein(body, words).filter((place) => place !== 'TextRun.text');
}

describe('what a parent types to become a link, a mention or a template (C5, C6)', () => {
  let app: TeamsApp;
  let officer: Colleague;

  beforeEach(async () => {
    app = await aTeamsApp();
    officer = app.person('officer');
  });
  afterEach(() => app.stop());

  const files = (words: string) =>
    app.parentSays('Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Weet ik niet', words, 'Ja, leg voor');

  for (const [what, { text, shown = text, never = [] }] of Object.entries(corpus)) {
    it(`shows the officer ${what} as words in a TextRun and nowhere else`, async () => {
      await officer.says('hallo');
      await files(`${CANARY} ${text}`);
      const pushed = await officer.receives(isBaseCard);
      const { body, text: json } = await officer.presses('open', { cardRef: cardRefIn(cardOf(pushed)) });
      expect(wherein(body, CANARY)).to.deep.equal(['TextRun.text']);
      expect(wherein(body, `${CANARY} ${shown}`), 'the words are whole').to.deep.equal(['TextRun.text']);
      for (const part of [text, shown]) expect(outsideTextRuns(body, part), part).to.deep.equal([]);
      for (const part of never) expect(wherein(body, part), part).to.deep.equal([]);
      expect(json).to.not.match(/"(url|entities|iconUrl|backgroundImage)":|OpenUrl|mention/);
      expect(Buffer.byteLength(json)).to.be.below(28 * 1024);
      for (const { activity } of app.connector.requests) expect(wherein(activity, CANARY)).to.deep.equal([]);
      expect(app.logLines.join('')).to.not.include(CANARY);
    });
  }

  it('caps the longest words that fit, and keeps them whole in the register', async () => {
    await officer.says('hallo');
    const words = `${CANARY} ${'世'.repeat(4_000 - CANARY.length - 1)}`;
    await files(words);
    const { text } = await officer.presses('open', { cardRef: cardRefIn(cardOf(await officer.receives(isBaseCard))) });
    expect(Buffer.byteLength(text)).to.be.below(28 * 1024);
    expect(text).to.include('Dit is het begin van de tekst');
    const [caseId = ''] = await app.store.register.casesForOfficer(idOf('officer'));
    expect((await app.stored(caseId)).escalations[0]?.ownWords.text).to.equal(words);
  });

  it('refuses 100 kB at the door, and nothing of it is filed or pushed', async () => {
    await officer.says('hallo');
    const statuses = (await files(CANARY.repeat(10_000))).map(({ status }) => status);
    expect(statuses[5]).to.be.within(400, 499);
    await officer.says('hallo');
    expect(await app.store.register.casesForOfficer(idOf('officer'))).to.deep.equal([]);
    expect(officer.chat().filter(isBaseCard)).to.have.length(0);
  });
});
