/** The chunk that is loaded at the first card: Adaptive Card JSON to elements in the widget's own style. */
import { AdaptiveCard, OpenUrlAction, SubmitAction, Version } from 'adaptivecards';
import { adoptStyles } from '../widget/adopt-styles.ts';
import type { CardPorts, RenderedCard } from '../widget/card-slot.ts';
import { safeUrl } from '../widget/safe-url.ts';
import css from './cards.css';
import { cleanCard } from './clean-card.ts';
import { hostConfig } from './host-config.ts';

// Without a handler adaptivecards takes a global `markdownit` of the host page and believes the HTML it returns.
AdaptiveCard.onProcessMarkdown = () => undefined;

const styled = new WeakSet<ShadowRoot>();
let cards = 0;

export function renderCard(content: unknown, ports: CardPorts): RenderedCard {
  if (!styled.has(ports.root)) {
    styled.add(ports.root);
    adoptStyles(ports.root, css, '');
  }
  cards += 1;
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig(paletteOf(ports.theme));
  card.parse(cleanCard(content));
  card.version = new Version(1, 5);
  let isBusy = false;
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) openLink(action.url ?? '');
    else if (action instanceof SubmitAction && !isBusy) ports.submit(action.data);
  };
  const element = card.render();
  if (!element) throw new Error('Failed to show a card: nothing in it can be rendered.');
  element.tabIndex = -1;
  repair(element, cards);
  return {
    element,
    busy(next) {
      isBusy = next;
      const mark = () => {
        for (const control of element.querySelectorAll('.ac-pushButton')) {
          if (isBusy) control.setAttribute('aria-disabled', 'true');
          else control.removeAttribute('aria-disabled');
        }
      };
      // adaptivecards takes the mark off again when the press is done.
      queueMicrotask(mark);
    },
  };
}

function openLink(url: string): void {
  const href = safeUrl(url);
  if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
}

function paletteOf(theme: Element) {
  const style = getComputedStyle(theme);
  const accent = theme.shadowRoot?.querySelector('.of-link');
  const background = theme.shadowRoot?.querySelector('.probe');
  const behind = background ? getComputedStyle(background).backgroundColor : '';
  return {
    text: style.color,
    background: behind === '' || behind === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : behind,
    accent: accent ? getComputedStyle(accent).color : style.color,
  };
}

/** What adaptivecards leaves out for people who listen, and radios of two cards that would be one group. */
function repair(element: HTMLElement, number: number): void {
  for (const group of element.querySelectorAll<HTMLElement>(
    '.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect',
  )) {
    const isMany = group.classList.contains('ac-choiceSetInput-multiSelect');
    group.setAttribute('role', isMany ? 'group' : 'radiogroup');
    const label = group.closest('.ac-input-container')?.previousElementSibling;
    if (label?.id) group.setAttribute('aria-labelledby', label.id);
    for (const input of group.querySelectorAll<HTMLInputElement>('input')) {
      input.name = `${input.name}-${number}`;
      // The visible label names the choice; the group names the question, once.
      input.removeAttribute('aria-labelledby');
    }
  }
  for (const control of element.querySelectorAll<HTMLElement>('.ac-pushButton')) control.removeAttribute('title');
}
