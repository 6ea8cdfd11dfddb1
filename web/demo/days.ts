/** The calendar of the demo: shows its day, and lets one pass. What happened on it is read out by a screen reader. */

interface DayInDemo {
  readonly day: string;
  readonly shown: string;
  readonly happened: readonly string[];
}

export function startDays(): void {
  const shown = document.getElementById('dag');
  const button = document.getElementById('dag-verder');
  const news = document.getElementById('dag-nieuws');
  const fault = document.getElementById('dag-fout');
  if (!shown || !button || !news || !fault) return;
  let busy = false;

  const show = ({ shown: text, happened }: DayInDemo) => {
    shown.textContent = text;
    const list = document.createElement('ul');
    list.append(
      ...happened.map((sentence) => {
        const item = document.createElement('li');
        item.textContent = sentence;
        return item;
      }),
    );
    news.replaceChildren(...(happened.length === 0 ? [] : [list]));
  };

  const ask = async (method: 'GET' | 'POST') => {
    if (busy) return;
    busy = true;
    // Not `disabled`: the focus would be lost, and with it the place of who uses the keyboard.
    button.setAttribute('aria-disabled', 'true');
    try {
      const answer = await fetch('/demo/day', { method });
      const day: unknown = answer.ok ? await answer.json() : null;
      fault.hidden = isDay(day);
      if (isDay(day)) show(day);
    } catch {
      // The server is gone or the network is: the visitor sees it, and the chats say it too.
      fault.hidden = false;
    } finally {
      busy = false;
      button.removeAttribute('aria-disabled');
    }
  };

  button.addEventListener('click', () => void ask('POST'));
  void ask('GET');
}

function isDay(value: unknown): value is DayInDemo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shown' in value &&
    typeof value.shown === 'string' &&
    'happened' in value &&
    Array.isArray(value.happened) &&
    value.happened.every((one) => typeof one === 'string')
  );
}
