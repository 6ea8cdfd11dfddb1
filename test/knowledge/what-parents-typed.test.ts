import { expect } from 'chai';
import type { Knowledge } from '../../knowledge/index.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';

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
  ];
  for (const [text, id] of calm)
    it(`is no danger: "${text}"`, () => {
      const match = knowledge.match(text, 'ouder');
      expect(match.crisis).to.equal(false);
      expect(match.ranked[0]).to.equal(id);
    });
});
