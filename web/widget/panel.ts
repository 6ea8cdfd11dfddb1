/** The fixed parts around the conversation. The numbers and the way to a person never leave the view. */
import { button, el } from './dom.ts';
import { telephone } from './safe-link.ts';
import { settings, text } from './settings.ts';

export interface PanelPorts {
  readonly inline: boolean;
  /** A colleague's chat in the demo: no emergency bar, no quick exit. */
  readonly forPublic: boolean;
  readonly heading: string;
  readonly close: () => void;
  readonly leave: () => void;
  readonly wipe: () => void;
  readonly save: () => void;
}

export interface Panel {
  readonly element: HTMLElement;
  /** Says whether the line is up; empty while it is. */
  readonly status: HTMLElement;
  /** Parts whose colours come from the municipality's theme. */
  readonly themed: readonly Element[];
  /** Whether it was open. */
  readonly closeMenu: () => boolean;
}

export function makePanel(ports: PanelPorts, middle: HTMLElement, composer: HTMLElement, live: HTMLElement): Panel {
  const menu = makeMenu(ports);
  const buttons = el('div', { class: 'head-buttons' }, menu.toggle);
  if (!ports.inline) buttons.append(button(text('sluit'), 'head-button', ports.close));
  const second = el(
    'div',
    { class: 'head-row' },
    el('p', { class: 'computer', id: 'regie-computer' }, text('computer')),
  );
  if (ports.forPublic) second.append(button(text('verlaat'), 'head-button leave', ports.leave));
  const header = el(
    'div',
    { class: 'head' },
    el('div', { class: 'head-row' }, el('h2', { id: 'regie-heading' }, ports.heading), buttons),
    second,
    menu.list,
  );
  const status = el('p', { class: 'status', hidden: '' });
  const probes = [el('i', { class: 'probe', hidden: '' }), el('i', { class: 'probe of-link', hidden: '' })];
  const parts = [header, ...(ports.forPublic ? [numbers()] : []), middle, status, composer, live, ...probes];
  const name = { class: ports.inline ? 'panel inline' : 'panel', 'aria-labelledby': 'regie-heading' };
  const element = ports.inline ? el('section', name, ...parts) : el('dialog', name, ...parts);
  const themed = [header, ...composer.querySelectorAll('.primary'), ...probes];
  return { element, status, themed, closeMenu: menu.close };
}

export function privacyLine(): HTMLElement {
  return el('p', { class: 'privacy', id: 'regie-privacy' }, text('privacy'));
}

function numbers(): HTMLElement {
  const cell = (label: string, phone: string) =>
    el(
      'li',
      {},
      // Without a number of the municipality, words stand here that can't be pressed.
      el('a', /\d/.test(phone) ? { href: telephone(phone) } : {}, el('span', {}, `${label} `), el('strong', {}, phone)),
    );
  return el(
    'ul',
    { class: 'numbers', 'aria-label': text('nummers') },
    cell(text('gevaar'), text('gevaar.nummer')),
    cell(text('veiligthuis'), text('veiligthuis.nummer')),
    cell(text('mens'), settings.phone),
  );
}

function makeMenu(ports: PanelPorts): { toggle: HTMLButtonElement; list: HTMLElement; close: () => boolean } {
  const list = el('div', { class: 'menu', id: 'regie-menu', hidden: '' });
  const set = (open: boolean) => {
    list.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  const toggle = button(text('menu'), 'head-button', () => {
    set(list.hidden);
  });
  toggle.setAttribute('aria-expanded', 'false');
  toggle.setAttribute('aria-controls', 'regie-menu');
  const entry = (key: string, act: () => void) =>
    button(text(key), 'menu-button', () => {
      set(false);
      toggle.focus();
      act();
    });
  list.append(entry('wis', ports.wipe), entry('bewaar', ports.save));
  if (ports.forPublic) list.append(el('p', {}, text('verlaat.uitleg')));
  return {
    toggle,
    list,
    close: () => {
      const wasOpen = !list.hidden;
      if (wasOpen) toggle.focus();
      set(false);
      return wasOpen;
    },
  };
}
