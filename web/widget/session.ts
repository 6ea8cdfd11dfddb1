import { record, word } from './wire.ts';

/** Enough to come back to the same conversation after a reload, in this tab only. The words stay on the server. */
export interface Saved {
  readonly token: string;
  readonly conversationId: string;
}

export interface Session {
  load(): Saved | null;
  save(saved: Saved): void;
  clear(): void;
}

export function browserSession(key: string): Session {
  let memory: string | null = null;
  return {
    load: () => {
      const saved = record(parse(quietly(() => sessionStorage.getItem(key)) ?? memory));
      const [token, conversationId] = [word(saved.token), word(saved.conversationId)];
      return token === '' || conversationId === '' ? null : { token, conversationId };
    },
    save: (saved) => {
      memory = JSON.stringify(saved);
      const stored = memory;
      quietly(() => {
        sessionStorage.setItem(key, stored);
      });
    },
    clear: () => {
      memory = null;
      quietly(() => {
        sessionStorage.removeItem(key);
      });
    },
  };
}

/** Storage may be switched off in the browser; then the conversation lasts as long as the page. */
function quietly<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
