/** Words of danger without danger, and danger in words of every kind, as the national layer reads them. */
import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Knowledge } from '../../knowledge/index.ts';
import { flowSchema, textsSchema } from '../../knowledge/schema.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';

describe('signals of danger in the national knowledge', () => {
  let knowledge: Knowledge;

  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });

  const harmless = {
    'a worker who can not be reached': 'mijn consulent is spoorloos sinds de zomer en reageert nergens op',
    'debts as violence': 'ik word gewurgd door de aanmaningen',
    'somebody who died': 'Na de dood van mijn schoonzus zorg ik voor haar jongens, ik zoek lotgenoten',
    'a song': 'Hoe heet dat liedje met ik wil niet dood vannacht',
    'a game': 'In Fortnite schiet hij iedereen dood, welke games zijn geschikt vanaf 8 jaar?',
    'the kitchen': 'hoe sla ik eiwitten stijf',
    "somebody's daily medicine": 'mijn oma slikt pillen voor haar hart, waar haal ik de herhaalmedicatie',
    'a collection': 'collecte voor slachtoffers van huiselijk geweld, kan ik vrijwilliger worden',
    'what is over':
      'Het geweld thuis is al jaren gestopt en we zijn klaar met hulp, maar bij wie kan ik aankloppen als het weer misgaat?',
    'a file': 'Ik neem een dossier over met een historie van huiselijk geweld, wat moet er in de overdracht staan',
    'a will': 'wilsbeschikking voor als ik er niet meer ben, waar begin ik',
    'a child that goes camping': 'mijn zoon gaat op kamp',
    'a first love': 'mijn dochter heeft haar eerste vriendje',
    'a pregnancy': 'mijn dochter is zwanger',
    'hands in the hair': 'mijn zoon zit met zijn handen in zijn haar',
    'somebody who is always there': 'hij staat altijd voor me klaar',
    'a visiting arrangement': 'vader komt om het weekend',
    'a toddler who walks off': 'Mijn peuter loopt in de supermarkt steeds weg, hoe leer ik haar bij me te blijven',
  };
  for (const [what, text] of Object.entries(harmless)) {
    it(`raises no alarm for ${what}`, () => {
      expect(knowledge.match(text, 'ouder').crisis).to.equal(false);
    });
  }

  const signals = {
    'joining somebody who died': 'wil me broer achterna, hij is vorig jaar dood gegaan',
    'a wish that all stops': 'alles is zwart en ik wil dat het ophoudt',
    'sounds through the wall': 'er klonk weer gebonk en een kind dat nee papa riep',
    'a worker who touches': 'groepsleider zit aan de meisjes op de leefgroep',
    'a child that is to undress':
      'mijn zoontje van 6 vraagt of het normaal is dat je een snoepje krijgt als je je broek uittrekt',
    'a child that neither eats nor drinks': 'ze drinkt al twee dagen geen water meer omdat dat ook dik maakt',
    'bruises of a baby that can not crawl':
      'In de luier zaten bloeduitstortingen, volgens de ouders gestoten, maar het kind kruipt nog niet',
    'somebody who does not come round': 'ze komt niet meer bij na de drank',
    'a fit that does not stop': 'mijn kind heeft een epileptische aanval die niet stopt',
    'a burglar and children alone': 'er wordt nu ingebroken en ik ben alleen met mijn zusje',
    'a pet killed as a threat': 'mijn vriend heeft mijn hond doodgemaakt en zegt dat ik de volgende ben',
    'a parent about to act': 'help ik ga mijn kind nog wat doen',
    'a drunk parent': 'papa is dronken en ik durf mijn kamer niet uit',
    'a car as a weapon': 'me ex rijdt met de auto op ons in',
    'a baby in a hot car': 'er ligt een baby in de auto in de zon, ruit dicht',
    'children whose carer is gone':
      'ik zit op het politiebureau met twee kinderen van mijn zus, ze is opgepakt, en ik kan ze niet houden',
    'Ukrainian words': 'мій син каже: хочу померти',
    'a wish to die amid bullying': 'hij wordt gepest en zegt dat hij dood wil',
    'a wish to die amid forms':
      'Mijn zoon heeft dyslexie en adhd, op school gaat het niet goed, hij wordt gepest en wil niet meer leven. Moet ik naar de huisarts of naar de gemeente voor een verwijzing?',
    'a wish to die after a placement': 'mijn dochter wil niet meer leven na de uithuisplaatsing',
    'a placement and a wish to die': 'mijn kind is uit huis geplaatst en wil dood',
    'an uncle who touches, beside a divorce': 'mijn zoon wil niet naar zijn vader omdat hij aan hem zit',
    'few words': 'ik word geslagen',
    'a wish to die after aftercare': 'traject is gestopt en ze wil weer dood',
    'a wish to die before an ordinary question': 'ze wil weer dood. wie is onze regisseur?',
    'a child that is not safe now': 'het kind is nu niet veilig, wie is de regisseur?',
    'a home that is not safe': 'ik voel me niet veilig thuis. hoe kan ik mijn jeugdbeschermer bereiken',
    'foster parents who hit': 'pleegouders slaan mijn kind',
    'a driver who touches': 'de taxichauffeur zit aan mijn kind',
    'danger in a complaint': 'klacht over jeugdbeschermer: hij negeert dat vader de kinderen slaat',
    'danger in the second of two questions':
      'hoe dien ik een klacht in bij de instelling? wat als de begeleider mijn zoon slaat?',
    'a parent about to hit without respite': 'respijtzorg nodig anders sla ik mijn kind',
  };
  for (const [what, text] of Object.entries(signals)) {
    it(`raises an alarm for ${what}`, () => {
      expect(knowledge.match(text, 'ouder')).to.deep.include({ crisis: true, decided: 'answer' });
    });
  }

  it('hears no danger by likeness in what the chat itself offers to say, nor in a word or two', async () => {
    const folder = new URL('../../knowledge/landelijk/', import.meta.url);
    const read = async (path: string) => await readFile(new URL(path, folder), 'utf8');
    const flows = await readdir(new URL('flows/', folder));
    const choices = (await Promise.all(flows.map((name) => read(`flows/${name}`)))).flatMap((json) =>
      Object.values(flowSchema.parse(JSON.parse(json)).stappen).flatMap((one) =>
        one.soort === 'vraag' ? one.keuzes.map(({ tekst }) => tekst) : [],
      ),
    );
    const texts = Object.entries(textsSchema.parse(JSON.parse(await read('teksten.json'))));
    const heard = texts.filter(([key]) => key.startsWith('herken.')).flatMap(([, text]) => text.split(' / '));
    const short = ['ik', 'niet', 'mama', 'ik ben klaar', 'weet ik het', 'gisteren', 'hij ook', 'ja dat is zo'];
    const likely = [...choices, ...heard, ...short].filter((text) => {
      const { crisis, because } = knowledge.match(text, 'ouder');
      return crisis && because.every((reason) => reason.includes('lijkt op wat mensen in gevaar zeggen'));
    });
    expect(choices).to.include('Weet ik niet');
    expect(likely).to.deep.equal([]);
  });

  it('takes the letters of a follow code for danger once in five hundred at most', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let state = 1;
    const four = () =>
      Array.from({ length: 4 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return letters[state >>> 27] ?? '';
      }).join('');
    const codes = Array.from({ length: 2000 }, () => `${four()}-${four()}`);
    expect(codes.filter((code) => knowledge.match(code, 'ouder').crisis).length).to.be.at.most(4);
  });

  it('believes a signal whatever is asked beside it, before or after', () => {
    const dangers = [
      'ik wil dood',
      'mijn man slaat mij',
      'ik word verkracht',
      'mijn kind ademt niet',
      'papa slaat mama',
    ];
    const questions = [
      'wie is onze regisseur?',
      'hoe werkt een pgb?',
      'wie betaalt de therapie?',
      'hoe vraag ik jeugdhulp aan?',
      'de gemeente beslist niet.',
      'ik wil de beschikking aanvechten.',
      'we krijgen steeds een andere voogd.',
      'kan ik een tolk krijgen?',
    ];
    const alarms = (text: string) => knowledge.match(text, 'ouder').crisis;
    const missed = dangers.flatMap((danger) =>
      questions
        .flatMap((question) => [`${question} ${danger}`, `${danger}. ${question}`, `${danger}, ${question}`])
        .filter((text) => !alarms(text)),
    );
    expect(missed).to.deep.equal([]);
  });

  it('believes a signal beside an expression without danger', () => {
    expect(knowledge.match('Ik schrok me dood, mijn dochter zegt dat ze dood wil', 'ouder').crisis).to.equal(true);
    expect(knowledge.match('na de dood van opa zegt mijn zoon dat hij ook dood wil', 'ouder').crisis).to.equal(true);
    expect(knowledge.match('we worden gewurgd door de schulden en mijn man slaat mij', 'ouder').crisis).to.equal(true);
  });

  const others = [
    'Mijn moeder van 84 heeft huishoudelijke hulp nodig, waar vraag ik dat aan',
    'webshop dreigt met incassobureau',
    'ziektewet uitkering hoogte',
    'waterschade door lekkage bovenburen',
    'Ik wil een terras voor mijn café, welke vergunning',
  ];
  for (const text of others) {
    it(`declines "${text}"`, () => {
      expect(knowledge.match(text, 'ouder').decided).to.equal('decline');
    });
  }
});
