/** The visible conversation. Order is the order of the server's log; an activity with a known id takes the old one's place. */
import { botBubble, ownBubble, spoken } from './bubbles.ts';
import type { CardSlot } from './card-slot.ts';
import { button, el, retire } from './dom.ts';
import { scrollBox, scrollToTop } from './scroll.ts';
import { text } from './settings.ts';
import type { TranscriptPorts } from './transcript-ports.ts';
import type { Message } from './wire.ts';

/** Messages closer together than this are one answer: the reader starts at the first. */
const ONE_ANSWER_MS = 2_000;
/** About two lines. */
const NEAR_END_PX = 48;

export interface Transcript {
  /** The part that scrolls. */
  readonly element: HTMLElement;
  show(message: Message, replay: boolean): void;
  addOwn(clientId: string, words: string): void;
  settle(clientId: string, arrived: boolean): void;
  cardsBusy(isBusy: boolean): void;
  /** A button of a card was pressed: what comes next is the answer to it. */
  expectAnswer(): void;
  /** A line of ours between the messages; its button is given the focus when asked. */
  notice(words: string, action?: { readonly label: string; press: () => void }): HTMLButtonElement | null;
  /** As `notice`, for what was filled in and did not arrive. */
  notSent(words: string): void;
  clear(): void;
  asText(): string;
}

interface Shown {
  readonly item: HTMLLIElement;
  json: string;
  card: CardSlot | null;
}

interface Press {
  /** The message with the button; null where a pressed button gets no focus. */
  readonly from: Element | null;
  /** When that message itself was changed: what follows closely belongs to the answer. */
  answeredAt: number | null;
}

export function makeTranscript(ports: TranscriptPorts, label: string, intro: Node | null): Transcript {
  const messages = el('ol', { class: 'messages' });
  const scroller = el('div', { class: 'log', role: 'region', 'aria-label': label, tabindex: '0' });
  if (intro) scroller.append(intro);
  scroller.append(messages);
  const shown = new Map<string, Shown>();
  const own = new Map<string, HTMLLIElement>();
  let openChoices: HTMLElement | null = null;
  let anchor: { readonly item: HTMLElement; readonly at: number } | null = null;
  let press: Press | null = null;
  let leftAt = 0;

  const isNew = (at: number) => ports.now() - at <= ONE_ANSWER_MS;

  /** To the top of what is new: a long answer is read from its beginning. */
  function reveal(item: HTMLElement): void {
    if (!anchor || !isNew(anchor.at) || hasScrolled()) anchor = { item, at: ports.now() };
    toAnchor();
  }

  function toAnchor(): void {
    if (anchor) scrollToTop(scroller, anchor.item);
    leftAt = scrollBox(scroller).scrollTop;
  }

  function toEnd(): void {
    const box = scrollBox(scroller);
    box.scrollTop = box.scrollHeight;
    leftAt = box.scrollTop;
  }

  const hasScrolled = () => Math.abs(scrollBox(scroller).scrollTop - leftAt) >= 2;

  /** False for somebody who reads back or fills in a form: what they did not ask for may not move it away. */
  function mayMove(isMore: boolean): boolean {
    const box = scrollBox(scroller);
    const isAtEnd = box.scrollHeight - box.clientHeight - box.scrollTop < NEAR_END_PX;
    return isAtEnd || (!hasScrolled() && (isMore || !messages.contains(ports.focused())));
  }

  const isAwaited = () => press !== null && (press.answeredAt === null || isNew(press.answeredAt));

  /** Not when they went on to something else, such as typing. */
  function mayTakeFocus(): boolean {
    const at = ports.focused();
    return at === null || (press?.from?.contains(at) ?? false);
  }

  function retireChoices(): void {
    for (const control of openChoices?.querySelectorAll<HTMLElement>('button') ?? []) retire(control);
    openChoices = null;
  }

  /** What was said before the page was loaded anew has been judged, or has not: it is not asked again. */
  function fill(entry: Shown, message: Message, replay: boolean): void {
    const changed = () => {
      if (ports.focused() === entry.item) focusOn(entry.item);
      if (anchor && (anchor.item === entry.item || isNew(anchor.at)) && !hasScrolled()) toAnchor();
    };
    entry.card = message.card === null ? null : ports.cardSlot(message, changed);
    const { content, choices } = botBubble(message, entry.card, ports.choose, {
      say: ports.say,
      feedback: replay ? null : ports,
    });
    entry.item.replaceChildren(...content);
    if (!choices) return;
    retireChoices();
    openChoices = choices;
  }

  /** The answer to a press: from its beginning, and with the focus unless they went on to something else. */
  function bringIntoView(item: HTMLLIElement): void {
    if (mayTakeFocus()) focusOn(item);
    anchor = null;
    reveal(item);
    press = null;
  }

  function showBot(message: Message, replay: boolean): void {
    const json = JSON.stringify({ ...message, at: 0 });
    const known = shown.get(message.id);
    // A press on a list opens a card that may stand higher up already, changed or not.
    const isElsewhere = known !== undefined && press?.answeredAt === null && known.item !== press.from;
    const isAnswer = !replay && isAwaited() && (!known || isElsewhere);
    if (known?.json === json) {
      if (isAnswer) bringIntoView(known.item);
      return;
    }
    const entry = known ?? { item: el('li', { tabindex: '-1' }), json, card: null };
    entry.json = json;
    const hadFocus = entry.item.contains(ports.focused());
    const moves = hadFocus || (!known && (replay || !anchor || mayMove(isNew(anchor.at))));
    fill(entry, message, replay);
    if (!known) {
      shown.set(message.id, entry);
      messages.append(entry.item);
    }
    if (isAnswer) bringIntoView(entry.item);
    else {
      // The pressed button is gone with the old card; without this the focus falls to the page.
      if (hadFocus) {
        focusOn(entry.item);
        anchor = null;
      }
      if (moves) reveal(entry.item);
      if (press && hadFocus) press.answeredAt ??= ports.now();
    }
    if (!replay) ports.say(spoken(message), message.urgent);
  }

  function addOwn(clientId: string, words: string): void {
    retireChoices();
    const item = el('li', {}, ownBubble(words));
    own.set(clientId, item);
    messages.append(item);
    anchor = null;
    press = null;
    toEnd();
  }

  function settle(clientId: string, arrived: boolean): void {
    const item = own.get(clientId);
    if (!item) return;
    const failure = item.querySelector('.failed');
    if (arrived) {
      const hadFocus = failure?.contains(ports.focused()) ?? false;
      failure?.remove();
      if (hadFocus) scroller.focus({ preventScroll: true });
    } else if (!failure) {
      const again = button(text('opnieuw'), 'plain', () => {
        ports.resend(clientId);
      });
      item.append(
        el('div', { class: 'failed' }, el('p', {}, text('mislukt')), again, ...numbersAfter(text('mislukt'), true)),
      );
      toEnd();
    }
  }

  /** Says the words, and the emergency numbers that belong under them; a colleague's chat has none. */
  function numbersAfter(words: string, isUrgent: boolean): readonly HTMLElement[] {
    const lines = ports.emergency();
    ports.say(`${words} ${lines?.spoken ?? ''}`.trim(), isUrgent);
    return lines ? [lines.element] : [];
  }

  return {
    element: scroller,
    addOwn,
    settle,
    show(message, replay) {
      if (message.gone) {
        shown.get(message.id)?.item.remove();
        shown.delete(message.id);
      } else if (!message.own) {
        showBot(message, replay);
      } else if (message.clientId !== null && own.has(message.clientId)) {
        settle(message.clientId, true);
      } else if (message.text !== '') {
        addOwn(message.clientId ?? message.id, message.text);
      }
    },
    expectAnswer() {
      press = { from: ports.focused()?.closest('li') ?? null, answeredAt: null };
    },
    cardsBusy(isBusy) {
      for (const entry of shown.values()) entry.card?.busy(isBusy);
    },
    notice(words, action) {
      const item = el('li', { class: 'notice' }, el('p', {}, words));
      const control = action ? button(action.label, 'choice', action.press) : null;
      if (control) item.append(control);
      messages.append(item);
      ports.say(words);
      toEnd();
      return control;
    },
    notSent(words) {
      messages.append(el('li', { class: 'notice' }, el('p', {}, words), ...numbersAfter(words, false)));
      toEnd();
    },
    clear() {
      messages.replaceChildren();
      shown.clear();
      own.clear();
      openChoices = null;
      anchor = null;
      press = null;
    },
    asText: () =>
      [...messages.querySelectorAll<HTMLElement>('.bubble, .choices, .failed, .notice')]
        .map((part) => part.innerText)
        .join('\n\n'),
  };
}

/** On its heading, so that a screen reader begins there; a card that is not there yet has none. */
function focusOn(item: HTMLElement): void {
  const heading = item.querySelector<HTMLElement>('[role="heading"]');
  if (heading) heading.tabIndex = -1;
  (heading ?? item).focus({ preventScroll: true });
}
