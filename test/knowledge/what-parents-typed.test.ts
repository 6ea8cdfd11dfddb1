import { expect } from 'chai';
import type { Knowledge } from '../../knowledge/index.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

/** Typed by somebody who played parents, and answered wrongly then. */
describe('what parents typed', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });

  const dangers: readonly (readonly [string, string])[] = [
    ['mijn baby huilt zoveel dat ik hem wel iets aan kan doen', 'ouder-bang-zelf'],
    ['mijn baby huilt de hele nacht, ik trek het niet meer', 'ouder-bang-zelf'],
    ['mijn dochtertje krijst al uren en ik kan haar wel iets aan doen', 'ouder-bang-zelf'],
    ['ابني يريد أن يموت', 'zelfmoordgedachten'],
    ['ابنتي تريد الانتحار', 'zelfmoordgedachten'],
    ['мій син хоче померти', 'zelfmoordgedachten'],
    ['mon fils veut mourir', 'zelfmoordgedachten'],
    ['mi hija quiere morir', 'zelfmoordgedachten'],
    ['je voudrais de laide mon mari me frappe', 'huiselijk-geweld'],
    ['hij chat met een volwassen man en gaat afspreken', 'uitbuiting-ontvoering'],
    ['mn dochter heeft zich opgesloten in de badkamer met een scheermes', 'zelfbeschadiging'],
    ['mijn dochter van 13 heeft een vriend van 22', 'seksueel-misbruik'],
    ['mijn zoon is door zijn stiefvader van de trap geduwd', 'kindermishandeling'],
    ['zijn stiefmoeder heeft hem van de trap gegooid', 'kindermishandeling'],
    ['hij heeft een mes en ja', 'acuut-gevaar'],
    ['mijn kind is in gevaar', 'acuut-gevaar'],
    ['mijn kleinkind is in gevaar', 'acuut-gevaar'],
    ['hoe handel ik bij suicidaliteit', 'zelfmoordgedachten'],
    ['je veux mourir', 'zelfmoordgedachten'],
    ["j'ai envie de mourir", 'zelfmoordgedachten'],
    ['mon fils est battu par son père', 'kindermishandeling'],
    ['mi hijo es golpeado por su padre', 'kindermishandeling'],
    ['mi marido le pega a mi hijo', 'kindermishandeling'],
    ['my child is being abused', 'kindermishandeling'],
    ['my daughter is being abused by her stepfather', 'kindermishandeling'],
    ['he hits the children', 'kindermishandeling'],
    ['my ex hits the children', 'kindermishandeling'],
    ['my son is being hit by his father', 'kindermishandeling'],
    ['my child is being beaten', 'kindermishandeling'],
    ['el golpea a los niños', 'kindermishandeling'],
    ['my neighbour is hitting his kids', 'kindermishandeling'],
    ['ik weet niet meer hoe ik verder moet leven', 'zelfmoordgedachten'],
    ['het is spoed thuis', 'ggz-crisis'],
    ['het is crisis', 'ggz-crisis'],
    ['noodgeval', 'acuut-gevaar'],
    ['mijn man is heel boos en ik ben bang', 'huiselijk-geweld'],
    ['mijn vader is heel boos en ik ben bang', 'kindermishandeling'],
  ];
  for (const [text, id] of dangers)
    it(`is danger: "${text}"`, () => {
      const match = knowledge.match(text, 'ouder');
      expect(match).to.deep.include({ crisis: true, decided: 'answer' });
      expect(match.ranked[0]).to.equal(id);
    });

  const calm: readonly (readonly [string, string])[] = [
    ['we slapen in de auto met de kinderen', 'schulden'],
    ['huisuitzetting met kinderen', 'schulden'],
    ['wij hebben geen eten in huis', 'schulden'],
    ['ik ben bang voor veilig thuis, ze nemen mijn kinderen af', 'angst-kind-kwijt'],
    ['mijn zoon van 4 slaat zijn broertje', 'opvoedvragen'],
    ['zij slaan elkaar steeds, broertjes van 5 en 7', 'opvoedvragen'],
    ['ik ben 14 en ik wil niet meer thuis wonen', 'stem-kind'],
    ['opa is dood gegaan en mn dochter is verdrietig', 'opvoedvragen'],
    ['mama', 'geen-antwoord'],
    ['ik ben net bevallen en huil de hele dag', 'ouder-problematiek'],
    ['mijn man schoot uit zijn slof en schreeuwde tegen de kinderen', 'opvoedvragen'],
    ['mijn dochter van 16 heeft een vriend van 18', 'opvoedvragen'],
    ['ze heeft een afscheidsbrief geschreven voor haar juf want ze gaat naar groep 8', 'geen-antwoord'],
    ['ik voel me een waardeloze moeder', 'medewerker-spreken'],
    ['we krijgen morgen de kinderrechter, wat moet ik meenemen', 'advocaat'],
    ['de ambulance komt', 'geen-antwoord'],
    ['en nu? wat gebeurt er', 'geen-antwoord'],
    ['baby van 3 weken heeft koorts', 'geen-antwoord'],
    ['mishandeling', 'veilig-thuis'],
    ['spoed', 'contact-bereikbaarheid'],
    ['wat is kindermishandeling', 'meldcode'],
    ['ik wil verder met mijn leven', 'hulp-stoppen'],
    ['ik weet niet meer hoe ik verder moet', 'overbelasting-respijt'],
    ['ik weet me geen raad', 'overbelasting-respijt'],
    ['ik ben radeloos', 'overbelasting-respijt'],
    ['ik weet niet meer hoe die mevrouw heet', 'geen-antwoord'],
    ['mijn man is boos op de gemeente', 'klacht-gemeente'],
    ['mijn man is boos op mijn zoon', 'opvoedvragen'],
    ['is er spoed bij de aanvraag', 'beslistermijn'],
    ['het is geen spoed', 'geen-antwoord'],
    ['wat is het telefoonnummer bij spoed', 'contact-bereikbaarheid'],
    ['my child is being bullied', 'pesten'],
    ['my son is being hit by a classmate', 'pesten'],
    ['my child is being assessed', 'diagnose-ggz'],
    ['my daughter is being picked up by her father', 'scheiding'],
    ['my son was beaten at chess', 'geen-antwoord'],
    ['he hits the ball', 'geen-antwoord'],
    ['mon fils est parti chez son père', 'scheiding'],
    ['mi hijo vive con su padre', 'scheiding'],
    ['je veux parler', 'medewerker-spreken'],
    ['no quiero más ayuda', 'hulp-stoppen'],
    ['hoger beroep termijn kinderrechter', 'advocaat'],
    ['kan ik in hoger beroep tegen de ots', 'advocaat'],
    ['hoger beroep tegen uithuisplaatsing', 'uithuisplaatsing'],
    ['beroep bij de rechter na bezwaar afgewezen', 'bezwaar-termijn'],
    ['beroep bij de rechtbank', 'bezwaar-termijn'],
    ['wie is het aanspreekpunt', 'vastgelopen-doorbraak'],
    ['vast aanspreekpunt nodig', 'wie-is-aanspreekpunt'],
    ['de gemeente reageert niet op mijn aanvraag', 'beslistermijn'],
    ['haal mijn gegevens weg', 'privacy-chat'],
    ['lezen andere mensen mee', 'privacy-chat'],
    ['de gezinsmanager is weer weg, nu al de 5de', 'wisseling-jeugdbeschermer'],
    ['ik ben vluchteling uit syrie', 'hulp-aanvragen'],
    ['mag ik filmen of opnemen tijdens gesprek', 'keukentafelgesprek'],
    ['is mijn kind in gevaar als het naar een pleeggezin gaat', 'pleegzorg'],
    ['de raad zegt dat zijn ontwikkeling in gevaar is', 'ots-uitleg'],
  ];
  for (const [text, id] of calm)
    it(`is no danger: "${text}"`, () => {
      const match = knowledge.match(text, 'ouder');
      expect(match.crisis).to.equal(false);
      expect(match.ranked[0]).to.equal(id);
    });

  for (const text of [
    'hoe staat het ermee',
    'hoe staat het er nu mee',
    'hebben jullie mijn vraag gekregen',
    'hoe is het met mijn vraag',
    'is er al nieuws',
    'is er al iets bekend',
    'wat is mijn volgcode',
    'verwijder mijn vraag',
  ])
    it(`is about the own question: "${text}"`, async () => {
      const talk = aTalk({ as: parent, knowledge });
      expect(heard(await talk.says(text))).to.include('Typ uw volgcode');
    });

  for (const text of ['is er al nieuws over de wachtlijst', 'verwijder mijn account', 'hoe is het met mijn aanvraag'])
    it(`is not about the own question: "${text}"`, async () => {
      const talk = aTalk({ as: parent, knowledge });
      expect(heard(await talk.says(text))).to.not.include('Typ uw volgcode');
    });
});
