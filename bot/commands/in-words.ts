/** Replies as lines for a terminal. A card is read out: its words, its fields, and the buttons as `!verb`. */
import type { AdaptiveCard } from '../../cards/index.ts';
import type { Reply } from '../../dialogs/index.ts';

export function inWords(reply: Reply): string[] {
  switch (reply.kind) {
    case 'text':
      return [...reply.paragraphs, ...reply.links.map((link) => `  → ${link.title} (${link.url})`)];
    case 'choices':
      return [
        ...(reply.prompt === '' ? [] : [reply.prompt]),
        ...reply.choices.map((choice, index) => `  ${index + 1}. ${choice.title}`),
      ];
    case 'card':
      return cardInWords(reply.card);
  }
}

function cardInWords(card: AdaptiveCard): string[] {
  const lines = [...card.body, ...(card.actions ?? [])].flatMap((element) => elementInWords(element));
  return ['┌─', ...lines.map((line) => `│ ${line}`), '└─'];
}

function elementInWords(element: unknown): string[] {
  if (!isRecord(element)) return [];
  const type = text(element['type']);
  if (type === 'TextBlock') return [isLabel(element) ? `# ${text(element['text'])}` : text(element['text'])];
  if (type === 'RichTextBlock') return [runsInWords(list(element['inlines']).filter(isRecord))];
  if (type === 'FactSet')
    return list(element['facts']).flatMap((fact) =>
      isRecord(fact) ? [`${labelled(text(fact['title']))} ${text(fact['value'])}`] : [],
    );
  if (type.startsWith('Input.')) return [inputInWords(element)];
  if (type.startsWith('Action.')) return actionInWords(element);
  const inner = ['items', 'columns', 'actions', 'body'].flatMap((key) => list(element[key]).flatMap(elementInWords));
  return [...inner, ...rowInWords(element['selectAction'])];
}

/** What stands above other lines says nothing by itself. Bold with a colour is a verdict or a fault. */
function isLabel(block: Record<string, unknown>): boolean {
  return block['style'] === 'heading' || (block['weight'] === 'Bolder' && block['color'] === undefined);
}

/** Bold words in front are the label of what comes after them. */
function runsInWords([first, ...others]: readonly Record<string, unknown>[]): string {
  const start = text(first?.['text']);
  const hasLabel = others.length > 0 && first?.['weight'] === 'Bolder' && start.endsWith(' ');
  const rest = others.map((run) => text(run['text'])).join('');
  return hasLabel ? `${labelled(start.trim())} ${rest}` : start + rest;
}

const labelled = (label: string) => (/[\p{L}\p{N})]$/u.test(label) ? `${label}:` : label);

function inputInWords(element: Record<string, unknown>): string {
  const choices = list(element['choices']).map((choice) =>
    isRecord(choice) ? `${text(choice['value'])} = ${text(choice['title'])}` : '',
  );
  return `[${text(element['label'])}] ${text(element['id'])}=…${choices.length > 0 ? ` (${choices.join('; ')})` : ''}`;
}

function actionInWords(element: Record<string, unknown>): string[] {
  if (text(element['type']) === 'Action.OpenUrl') return [`${text(element['title'])} (${text(element['url'])})`];
  if (text(element['type']) === 'Action.ShowCard') return [text(element['title']), ...elementInWords(element['card'])];
  return [`!${text(element['verb'])}  ${text(element['title'])}`];
}

/** A row that can be pressed, with the reference that says which row. */
function rowInWords(action: unknown): string[] {
  if (!isRecord(action) || !isRecord(action['data'])) return [];
  return [`  !${text(action['verb'])} cardRef=${text(action['data']['cardRef'])}`];
}

/** The buttons of the newest card: what `!verb name=value` on the next line sends. */
export function buttonsOf(card: AdaptiveCard): { readonly verb: string; readonly data: Record<string, unknown> }[] {
  const buttons: { verb: string; data: Record<string, unknown> }[] = [];
  JSON.stringify(card, (_key, value: unknown) => {
    if (isRecord(value) && value['type'] === 'Action.Execute') {
      buttons.push({ verb: text(value['verb']), data: isRecord(value['data']) ? value['data'] : {} });
    }
    return value;
  });
  return buttons;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
