/** What the conversation on the page needs from the rest of the widget. */
import type { CardSlot } from './card-slot.ts';
import type { EmergencyLines } from './emergency-lines.ts';
import type { Judgement } from './feedback.ts';
import type { Message } from './wire.ts';

export interface TranscriptPorts {
  now(): number;
  readonly say: (words: string, urgent?: boolean) => void;
  readonly choose: (value: string, title: string) => void;
  resend(clientId: string): void;
  judge(judgement: Judgement): void;
  cardSlot(message: Message, changed: () => void): CardSlot;
  /** Under a message that did not arrive; null for a colleague. */
  emergency(): EmergencyLines | null;
  /** Where the focus is, also inside the shadow root. */
  focused(): Element | null;
}
