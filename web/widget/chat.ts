/** One conversation on the screen: what is typed or pressed goes to the line, what the line brings goes to the transcript. */
import type { Announcer } from './announcer.ts';
import { makeCardSlot } from './card-slot.ts';
import { loadCards } from './cards-loader.ts';
import { makeComposer } from './composer.ts';
import { el } from './dom.ts';
import type { Line, LineOptions, LineState } from './direct-line.ts';
import { makeLine } from './direct-line.ts';
import { emergencyLines, linkedNumbers } from './emergency-lines.ts';
import type { Net } from './net.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';
import { text } from './settings.ts';
import { makeTranscript } from './transcript.ts';
import type { Message } from './wire.ts';

/** When a press brings no answer, the card can be pressed again after this. */
const CARD_BUSY_MS = 10_000;

export interface ChatPorts {
  readonly net: Net;
  readonly session: Session;
  readonly announcer: Announcer;
  readonly where: Pick<LineOptions, 'base' | 'tokenUrl' | 'persona'>;
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  readonly heading: string;
  readonly intro: Node | null;
  readonly describedBy: string;
}

export interface Chat {
  readonly log: HTMLElement;
  readonly composer: HTMLElement;
  readonly attach: (panel: Panel) => void;
  readonly start: () => void;
  readonly focus: () => void;
  readonly say: (words: string) => void;
  /** "Stop en wis" */
  readonly wipe: () => void;
  /** As `wipe`, without a word. */
  readonly forget: () => void;
  readonly save: () => void;
  readonly hurry: () => void;
  readonly stop: () => void;
}

export function makeChat(ports: ChatPorts): Chat {
  const { net, announcer } = ports;
  const unsent = new Map<string, string>();
  let line: Line | null = null;
  let panel: Panel | null = null;
  let state: LineState = 'connecting';
  let unblockCards = (): void => undefined;
  let beginsAnew: HTMLButtonElement | null = null;
  /** A colleague's cards carry their own reference, so another conversation of the same person can take them. */
  const outlives = ports.where.persona !== null;

  const transcript = makeTranscript(
    {
      now: () => net.now(),
      say: announcer.say,
      choose: (value, title) => {
        send(value, title);
        composer.focus();
      },
      resend: (clientId) => void post(clientId),
      judge: (judgement) => void line?.judge(judgement),
      cardSlot: (message, changed) =>
        makeCardSlot(message, {
          theme: ports.host,
          root: ports.root,
          submit: (value) => void submit(value),
          load: loadCards,
          changed,
        }),
      emergency: () => (outlives ? null : emergencyLines()),
      focused: () => ports.root.activeElement,
    },
    text('gesprek', { kop: ports.heading }),
    ports.intro,
  );
  const composer = makeComposer(ports.describedBy, send);

  function send(words: string, shown = words): void {
    if (line === null) start();
    const clientId = net.newId();
    unsent.set(clientId, words);
    transcript.addOwn(clientId, shown);
    void post(clientId);
  }

  async function post(clientId: string): Promise<void> {
    const words = unsent.get(clientId);
    if (words === undefined || line === null) return;
    line.hurry();
    const arrived = await line.say({ text: words, clientId });
    if (arrived) unsent.delete(clientId);
    transcript.settle(clientId, arrived);
  }

  async function submit(value: unknown): Promise<void> {
    unblockCards();
    transcript.expectAnswer();
    transcript.cardsBusy(true);
    const cancel = net.later(CARD_BUSY_MS, () => {
      unblockCards();
    });
    unblockCards = () => {
      cancel();
      transcript.cardsBusy(false);
    };
    if (await carry(value)) return;
    unblockCards();
    transcript.notSent(text(line === null ? 'kaart.afgelopen' : 'kaart.nietverstuurd'));
  }

  /** In this conversation; where it ended and the card can outlive it, in a new one. */
  async function carry(value: unknown): Promise<boolean> {
    const said = { text: '', value, clientId: net.newId() };
    const before = line;
    if (before !== null && (await before.say(said))) return true;
    const isOver = line === null;
    return isOver && outlives ? start().say(said) : false;
  }

  function hear(messages: readonly Message[], replay: boolean): void {
    for (const message of messages) transcript.show(message, replay);
    if (messages.some((message) => !message.own)) unblockCards();
    if (replay && messages.length > 0) announcer.say(text('hersteld'));
  }

  function show(next: LineState): void {
    if (next === 'ended') ended();
    const words = next === 'connecting' ? text('verbinden') : next === 'offline' ? text('onbereikbaar') : '';
    if (panel) {
      panel.status.replaceChildren(...linkedNumbers(words));
      panel.status.hidden = words === '';
    }
    if (next !== state && (next === 'offline' || (next === 'online' && state === 'offline'))) {
      announcer.say(words || text('weerbereikbaar'));
    }
    state = next;
  }

  function start(): Line {
    if (line) return line;
    beginsAnew?.remove();
    const begun = makeLine({ ...ports.where, net, session: ports.session, onMessages: hear, onState: show });
    line = begun;
    begun.open();
    return begun;
  }

  /** What was typed in a card stays, or its loss is named on the button that brings it about. */
  function ended(): void {
    if (outlives) over(text('afgelopen.medewerker'), text('nieuw'), false);
    else over(text('afgelopen'), text('nieuw.wis'), true);
  }

  /** Nothing runs any more; a new conversation starts when somebody asks for it. */
  function over(words: string, label: string, wipes: boolean): void {
    line = null;
    beginsAnew = transcript.notice(words, {
      label,
      press: () => {
        if (wipes) transcript.clear();
        start();
        composer.focus();
      },
    });
  }

  function forget(): void {
    line?.end();
    line = null;
    unsent.clear();
    transcript.clear();
  }

  return {
    log: transcript.element,
    composer: composer.element,
    attach: (made) => {
      panel = made;
    },
    start: () => void start(),
    focus: composer.focus,
    say: send,
    forget,
    wipe: () => {
      forget();
      if (panel) panel.status.hidden = true;
      over(text('gewist'), text('nieuw'), true);
      beginsAnew?.focus();
    },
    save: () => {
      const file = new Blob([`${text('bewaar.kop')}\n\n${transcript.asText()}\n`], {
        type: 'text/plain;charset=utf-8',
      });
      const href = URL.createObjectURL(file);
      el('a', { href, download: text('bewaar.bestand') }).click();
      net.later(0, () => {
        URL.revokeObjectURL(href);
      });
    },
    hurry: () => line?.hurry(),
    stop: () => {
      line?.close();
      line = null;
    },
  };
}
