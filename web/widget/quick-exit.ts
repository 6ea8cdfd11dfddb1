/** "Verlaat deze site": cover everything at once, forget the conversation, leave without a way back to this page. */
import { el } from './dom.ts';
import { safeUrl } from './safe-url.ts';
import { settings, text } from './settings.ts';

const PRESSES = 3;
const WITHIN_MS = 3_000;

export function leaveSite(forget: () => void): void {
  const cover = el('dialog', { 'aria-label': text('verlaat.bezig') });
  // On the page itself, in the top layer: above anything the host page shows. Inline styles by script pass a strict CSP.
  Object.assign(cover.style, {
    position: 'fixed',
    inset: '0',
    width: '100vw',
    height: '100vh',
    maxWidth: 'none',
    maxHeight: 'none',
    margin: '0',
    border: '0',
    background: '#fff',
  });
  document.body.append(cover);
  cover.showModal();
  document.title = text('verlaat.titel');
  forget();
  // Back from the other site may show this page from the browser's memory: usable again, without the conversation.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) cover.remove();
  });
  const target = safeUrl(settings.exitUrl);
  if (target?.startsWith('https:')) window.location.replace(target);
}

/** Shift three times; not Esc, which people press to close something. Answers how to stop listening. */
export function onThreeShifts(now: () => number, leave: () => void): () => void {
  let presses: number[] = [];
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Shift') presses = [];
    else if (!event.repeat) presses = [...presses.filter((at) => now() - at < WITHIN_MS), now()];
    if (presses.length < PRESSES) return;
    presses = [];
    leave();
  };
  document.addEventListener('keydown', listen, true);
  return () => {
    document.removeEventListener('keydown', listen, true);
  };
}
