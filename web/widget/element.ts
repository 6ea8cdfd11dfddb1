/**
 * `<regie-chat>`: a button in the corner that opens the chat, or with `inline` the chat in its place.
 * Attributes: `inline`, `heading`, `label` (of the button), `api` (server), `token-url` and `persona` (demo).
 */
import { adoptStyles } from './adopt-styles.ts';
import { makeAnnouncer } from './announcer.ts';
import type { Chat } from './chat.ts';
import { makeChat } from './chat.ts';
import { button, el } from './dom.ts';
import { browserNet } from './net.ts';
import { makePanel, privacyLine } from './panel.ts';
import { scriptNonce, scriptUrl } from './place.ts';
import { leaveSite, onThreeShifts } from './quick-exit.ts';
import { browserSession } from './session.ts';
import { text } from './settings.ts';
import { isReadable } from './theme.ts';
import css from './widget.css';

/** Phones and strongly zoomed screens: the chat takes all of it and what lies behind can't be reached. */
const SMALL = '(max-width: 40rem), (max-height: 30rem)';

export class RegieChat extends HTMLElement {
  private chat: Chat | null = null;
  private stopListening: () => void = () => undefined;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    adoptStyles(root, css, scriptNonce);
    this.build(root);
  }

  disconnectedCallback(): void {
    this.stopListening();
    this.chat?.stop();
  }

  /** As if these words had been typed and sent. */
  say(words: string): void {
    this.chat?.say(words);
  }

  private build(root: ShadowRoot): void {
    const inline = this.hasAttribute('inline');
    const persona = this.getAttribute('persona');
    const forPublic = persona === null;
    const base = new URL(this.getAttribute('api') ?? '/', scriptUrl).origin;
    const tokenUrl = this.getAttribute('token-url');
    const session = browserSession(`regie-chat:${persona ?? 'ouder'}`);
    const announcer = makeAnnouncer(browserNet);
    const heading = this.getAttribute('heading') ?? text('titel');
    const chat = makeChat({
      net: browserNet,
      session,
      announcer,
      where: { base, tokenUrl: tokenUrl === null ? null : new URL(tokenUrl, base).href, persona },
      root,
      host: this,
      heading,
      intro: forPublic ? privacyLine() : null,
      describedBy: forPublic ? 'regie-computer regie-privacy' : 'regie-computer',
    });
    const leave = () => {
      leaveSite(chat.forget);
    };
    const close = () => {
      if (panel.element instanceof HTMLDialogElement) panel.element.close();
    };
    const panel = makePanel(
      {
        inline,
        forPublic,
        heading,
        close,
        leave,
        wipe: chat.wipe,
        save: chat.save,
      },
      chat.log,
      chat.composer,
      announcer.element,
    );
    chat.attach(panel);
    this.chat = chat;
    if (inline) root.append(panel.element);
    else this.buildLauncher(root, panel.element, chat, session.load() !== null);
    if (!isReadable(panel.themed)) this.dataset.palette = 'default';
    this.listen(forPublic ? leave : null, panel.closeMenu, root);
    if (inline) chat.start();
  }

  private buildLauncher(root: ShadowRoot, panel: HTMLElement, chat: Chat, canResume: boolean): void {
    const label = this.getAttribute('label') ?? text(canResume ? 'verder' : 'open');
    const launcher = button(label, 'launcher', () => {
      if (!(panel instanceof HTMLDialogElement)) return;
      if (window.matchMedia(SMALL).matches) panel.showModal();
      else panel.show();
      launcher.hidden = true;
      chat.start();
      chat.focus();
    });
    launcher.setAttribute('aria-haspopup', 'dialog');
    panel.addEventListener('close', () => {
      launcher.hidden = false;
      launcher.textContent = text('verder');
      launcher.focus();
    });
    root.append(el('section', { class: 'area', 'aria-label': text('gebied') }, launcher, panel));
  }

  private listen(leave: (() => void) | null, closeMenu: () => boolean, root: ShadowRoot): void {
    const online = () => this.chat?.hurry();
    window.addEventListener('online', online);
    const stopShifts = leave ? onThreeShifts(() => browserNet.now(), leave) : () => undefined;
    root.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      // The first Esc closes the menu, the next one the chat; a modal dialog would close on both.
      if (closeMenu()) event.preventDefault();
      else root.querySelector('dialog')?.close();
    });
    this.stopListening = () => {
      window.removeEventListener('online', online);
      stopShifts();
    };
  }
}
