/** What can be started about a family, by verb: the same from a button, from a row of the picker and from free text. */
import { type WorkForm, workForms } from '../../cards/index.ts';
import { say } from '../say.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome } from '../types.ts';
import { saveAsked, showAsked } from './asked.ts';
import { pushFinding, saveGate, showAftercare, showGate, showMenu, showStuck, stopFinding } from './cards.ts';
import { type About, onFamily } from './family.ts';
import { saveForm, showForm } from './forms.ts';
import { openWork } from './own-work.ts';

export type Opening = (about: About) => Outcome;

/** Where there is nothing to fill a form in about, the step before it is what is meant. */
const stepBefore: Readonly<Record<string, string>> = {
  answer: 'request',
  handover: 'worker-change',
  'referral-outcome': 'referral',
};

function openForm(form: WorkForm, about: About): Outcome {
  if (form.fits(about.family)) return showForm(form, about);
  const before = workForms.find(({ name }) => name === stepBefore[form.name]);
  return before === undefined ? nothingToChoose(about) : showForm(before, about);
}

/** A button that stayed on the screen after the last thing it was for was done. */
function nothingToChoose(about: About): Outcome {
  const menu = showMenu(about);
  return { ...menu, replies: [say([about.deps.knowledge.text('werk.niets-om-over')]), ...menu.replies] };
}

export const openings: Readonly<Record<string, Opening>> = {
  ...Object.fromEntries(
    workForms.map((form) => [`new-${form.name}`, (about: About) => openForm(form, about)] as const),
  ),
  'new-gate': (about) => showGate(about),
  'new-asked': showAsked,
  stuck: (about) => showStuck(about),
  aftercare: showAftercare,
  menu: showMenu,
};

/** Everything a press on a card about a family can do. */
export const workHandlers: Readonly<Record<string, (submit: Submit) => Promise<Outcome>>> = {
  ...Object.fromEntries(
    Object.entries(openings).map(([verb, open]) => [verb, (submit: Submit) => onFamily(submit, open)] as const),
  ),
  ...Object.fromEntries(workForms.map((form) => [`save-${form.name}`, saveForm(form)] as const)),
  'save-gate': saveGate,
  'save-asked': saveAsked,
  'stop-finding': stopFinding,
  'push-finding': pushFinding,
  work: async (submit) => openWork(submit),
};
