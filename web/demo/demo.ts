import { startDays } from './days.ts';

/** The example buttons of the demo page: each says its sentence in the chat it belongs to. */
for (const example of document.querySelectorAll<HTMLButtonElement>('button[data-say]')) {
  example.addEventListener('click', () => {
    const chat: unknown = document.getElementById(example.dataset.to ?? '');
    if (canSay(chat)) chat.say(example.dataset.say ?? '');
  });
}

function canSay(value: unknown): value is { say(words: string): void } {
  return value instanceof HTMLElement && 'say' in value && typeof value.say === 'function';
}

startDays();
