/**
 * The place of a card in the conversation. The card's code is loaded at the first card; until then, and when it can't be
 * loaded, its summary stands there. Every card has its own slot, so one that comes late can't touch what came after it.
 */
import { button, el } from './dom.ts';
import { keepTogether } from './kept-together.ts';
import { text } from './settings.ts';
import type { Message } from './wire.ts';
import { record, word } from './wire.ts';

export interface RenderedCard {
  readonly element: HTMLElement;
  /** Blocks the buttons while a press is on its way. */
  busy(isBusy: boolean): void;
}

export type RenderCard = (content: unknown, ports: CardPorts) => RenderedCard;

export interface CardPorts {
  /** Colours are read from here: the library wants literal ones. */
  readonly theme: Element;
  readonly root: ShadowRoot;
  submit(value: unknown): void;
}

export interface CardSlot {
  readonly element: HTMLElement;
  busy(isBusy: boolean): void;
}

export interface CardSlotPorts extends CardPorts {
  load(attempt: number): Promise<RenderCard>;
  /** It has grown or shrunk. */
  changed(): void;
}

export function makeCardSlot(message: Message, ports: CardSlotPorts): CardSlot {
  const element = el('div', { class: 'card' });
  let rendered: RenderedCard | null = null;

  async function fill(attempt: number): Promise<void> {
    element.replaceChildren(el('p', { class: 'loading' }, message.summary || text('kaart.laden')));
    try {
      const render = await ports.load(attempt);
      rendered = render(message.card, ports);
      keepTogether(rendered.element);
      element.replaceChildren(rendered.element);
    } catch {
      showWithoutCard(attempt);
    }
    ports.changed();
  }

  function showWithoutCard(attempt: number): void {
    const words = word(record(message.card).fallbackText) || message.summary;
    const again = button(text('opnieuw'), 'plain', () => void fill(attempt + 1));
    element.replaceChildren(el('p', {}, words), el('p', {}, text('kaart.mislukt')), again);
  }

  void fill(0);
  return { element, busy: (isBusy) => rendered?.busy(isBusy) };
}
