/** The body that answers a press on a card: the card in its new state, or a sentence. Always HTTP 200: Teams shows nothing of another status. */
import type { Reply } from '../../dialogs/index.ts';

export interface InvokeAnswer {
  readonly body: { readonly statusCode: 200; readonly type: string; readonly value: unknown };
  /** What did not fit in the answer and is still to be said. */
  readonly rest: readonly Reply[];
}

export function invokeAnswer(replies: readonly Reply[], fallback: Reply): InvokeAnswer {
  const first =
    replies.find((reply) => reply.kind === 'card') ?? replies.find((reply) => reply.kind === 'text') ?? replies[0];
  const rest = replies.filter((reply) => reply !== first);
  return { body: bodyOf(first ?? fallback), rest };
}

function bodyOf(reply: Reply): InvokeAnswer['body'] {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
    case 'text':
      return message(reply.paragraphs.join('\n\n'));
    case 'choices':
      return message(reply.prompt);
  }
}

function message(value: string): InvokeAnswer['body'] {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
