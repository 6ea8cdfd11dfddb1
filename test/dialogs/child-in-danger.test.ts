import { expect } from 'chai';
import { speaksOfOwnParents } from '../../dialogs/child.ts';
import { plainWords } from '../../dialogs/plain-words.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { textOf } from '../support/a-knowledge.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const ofChildren = [
  'papa slaat mama en ik zit op mijn kamer',
  'papa slaat mama en ik zit op mijn kamer en ik ben bang',
  'mama slaat mij altijd als ik uit school kom',
  'papa slaat mijn zusje en mij',
];
const ofGrownUps = [
  'papa slaat mijn zoon en ik ben bang',
  'mijn dochter zegt: papa slaat mij',
  'papa slaat de kinderen en ik weet niet wat ik moet doen',
  'ik ben mama van twee en mijn man slaat mij',
  'mijn ex, hun papa, slaat mij',
  'een leerling vertelt op school: papa slaat mij',
  'haar papa slaat haar en ik weet niet wat ik moet doen',
  'ik sla mijn meisje, ik ben een slechte mama',
];

describe('a child that tells of danger between its parents', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const told = async (said: string) => heard(await aTalk({ as: parent, knowledge }).says(said));

  it('reads "je", the Kindertelefoon, 112 and Veilig Thuis, and nothing that is written for grown-ups', async () => {
    for (const said of ofChildren) {
      const answer = await told(said);
      expect(answer, said).to.include('112').and.include('0800-0432').and.include('0800-2000');
      expect(answer, said).to.include('Het is niet jouw schuld');
      expect(answer, said).to.not.match(/\b[Uu]w?\b/);
      expect(answer.split('Bel de Kindertelefoon'), said).to.have.length(2);
    }
  });

  it('is spoken to as a child in what it says next', async () => {
    const talk = aTalk({ as: parent, knowledge });
    await talk.says('papa slaat mama en ik zit op mijn kamer');
    expect(talk.state().isChild).to.equal(true);
  });

  it('is not heard in the words of a grown-up, who also says papa and mama', async () => {
    for (const said of ofGrownUps) {
      expect(speaksOfOwnParents(plainWords(said), knowledge), said).to.equal(false);
      const talk = aTalk({ as: parent, knowledge });
      expect(heard(await talk.says(said)), said).to.include('0800-2000');
      expect(talk.state().isChild, said).to.equal(undefined);
    }
  });

  it('is not heard outside danger', async () => {
    const talk = aTalk({ as: parent, knowledge });
    await talk.says('papa en ik willen graag een gezinsplan');
    expect(talk.state().isChild).to.equal(undefined);
  });

  it('is told so too when it says how old it is', async () => {
    const answer = await told('ik ben 12 en ik ben bang voor papa');
    expect(answer)
      .to.include('0800-0432')
      .and.include(textOf('kind.verder'))
      .and.not.match(/\b[Uu]w?\b/);
  });
});

describe('the answer to danger that may be medical', () => {
  const swallowed = [
    'me zoon hep de pillen van oma opgegeten',
    'mijn kind heeft bleek gedronken',
    'mijn dochter heeft een knoopbatterij ingeslikt',
  ];

  it('says 112 first, then what somebody swallowed, and speaks of violence only if there is any', async () => {
    const { knowledge } = await nationalKnowledge();
    for (const said of swallowed) {
      const [first, second, ...rest] = heard(await aTalk({ as: parent, knowledge }).says(said)).split('\n');
      expect(first, said).to.equal('Bel nu 112.');
      expect(second, said).to.include('binnengekregen').and.include('112');
      expect(rest.join('\n'), said).to.include('huisartsenpost').and.include('<tel:08002000>');
      expect(rest[0], said).to.match(/^Is er geweld, en is praten hier niet veilig/);
    }
  });
});
