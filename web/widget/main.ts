/** Loaded by one script tag; adds the chat to the page unless the page has placed one itself. */
import { RegieChat } from './element.ts';
import { scriptData } from './place.ts';

function addToPage(): void {
  if (document.querySelector('regie-chat')) return;
  const chat = document.createElement('regie-chat');
  for (const name of ['heading', 'label', 'api']) {
    const value = scriptData[name];
    if (value !== undefined) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}

if (!customElements.get('regie-chat')) {
  customElements.define('regie-chat', RegieChat);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addToPage);
  else addToPage();
}
