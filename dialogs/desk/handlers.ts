/** Every press on a card of the desk, by verb. Only what looks may be done by a client's own refresh. */
import { decideForm, deskForms } from '../../cards/index.ts';
import type { Submit } from '../submits/submit.ts';
import type { Outcome } from '../types.ts';
import { saveDecision, saveForm, showForm } from './forms.ts';
import { turnPromises } from './promises.ts';
import { openPublished, unpublish } from './publication.ts';
import { openCard, openOverview, pages, takeCard } from './pages.ts';

type Handler = (submit: Submit) => Promise<Outcome>;

export const deskHandlers: Readonly<Record<string, Handler>> = {
  ...Object.fromEntries(deskForms.map((form): [string, Handler] => [`form-${form.name}`, showForm(form)])),
  ...Object.fromEntries(deskForms.map((form): [string, Handler] => [`do-${form.name}`, saveForm(form)])),
  ...pages,
  open: openCard,
  take: takeCard,
  decide: saveDecision,
  [`do-${decideForm.name}`]: saveDecision,
  desk: openOverview,
  promises: turnPromises,
  published: openPublished,
  unpublish,
};
