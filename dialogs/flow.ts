/** The flow engine: where does an answer lead? Pure; what happens at an `actie` is told to it as an outcome. */
import type { Flow, FlowStep } from '../knowledge/index.ts';
import { chosen } from './choose.ts';
import { plainWords } from './plain-words.ts';
import type { FlowPosition } from './types.ts';

export type Question = Extract<FlowStep, { soort: 'vraag' | 'invoer' }>;
type Vraag = Extract<FlowStep, { soort: 'vraag' }>;
type Invoer = Extract<FlowStep, { soort: 'invoer' }>;
export type Ending = Extract<FlowStep, { soort: 'uitkomst' }>;

/** The words of the choices that every question may have; `heard` holds other ways to say the same. */
export interface FlowWords {
  readonly dontKnow: { readonly title: string; readonly heard: readonly string[] };
  readonly skip: { readonly title: string; readonly heard: readonly string[] };
}

export type FlowInput =
  | { readonly kind: 'enter' }
  | { readonly kind: 'said'; readonly text: string; readonly words: FlowWords }
  | { readonly kind: 'back' }
  /** `undoable`: nothing happened that can't be stepped back over. */
  | {
      readonly kind: 'done';
      readonly outcome: string;
      readonly gathered: Readonly<Record<string, string>>;
      readonly undoable?: boolean | undefined;
    };

export type FlowResult =
  | { readonly kind: 'asks'; readonly position: FlowPosition; readonly step: Question }
  | { readonly kind: 'acts'; readonly position: FlowPosition; readonly effect: string }
  | { readonly kind: 'ends'; readonly position: FlowPosition; readonly step: Ending }
  | { readonly kind: 'refused'; readonly because: 'no-choice' | 'cannot-skip' | 'empty' | 'no-way-back' }
  | { readonly kind: 'too-long'; readonly length: number; readonly maximum: number };

export interface FlowOption {
  readonly title: string;
  /** Other words that choose it. */
  readonly heard?: readonly string[];
  readonly to: string;
  /** What is kept; null keeps nothing. */
  readonly keeps: string | null;
}

export function startOf(flow: Flow, answers: FlowPosition['answers'] = {}): FlowPosition {
  return { id: flow.id, step: flow.start, answers, path: [] };
}

export function step(flow: Flow, position: FlowPosition, input: FlowInput): FlowResult {
  switch (input.kind) {
    case 'enter':
      return arriveAt(flow, position);
    case 'back':
      return goBack(flow, position);
    case 'done':
      return afterEffect(flow, position, input);
    case 'said':
      return answer(flow, position, input.text, input.words);
  }
}

/** What can be chosen at a question, in the order shown; the numbers people type count in this order. */
export function optionsOf(question: Question, words: FlowWords): readonly FlowOption[] {
  const skip = question.overslaan === null ? [] : [{ title: words.skip.title, to: question.overslaan, keeps: null }];
  if (question.soort === 'invoer') return skip;
  const own = question.keuzes.map(({ tekst, naar, waarde, ook = [] }) => ({
    title: tekst,
    heard: ook,
    to: naar,
    keeps: waarde ?? tekst,
  }));
  const saysItself = own.some(({ title }) => words.dontKnow.heard.includes(plainWords(title)));
  const dontKnow =
    question.weetNiet === null || saysItself
      ? []
      : [{ title: words.dontKnow.title, to: question.weetNiet, keeps: 'weet-niet' }];
  return [...own, ...dontKnow, ...skip];
}

export function questionAt(flow: Flow, position: FlowPosition): Question | undefined {
  const at = flow.stappen[position.step];
  return at?.soort === 'vraag' || at?.soort === 'invoer' ? at : undefined;
}

function arriveAt(flow: Flow, position: FlowPosition): FlowResult {
  const at = flow.stappen[position.step];
  switch (at?.soort) {
    case 'vraag':
    case 'invoer':
      return { kind: 'asks', position, step: at };
    case 'uitkomst':
      return { kind: 'ends', position, step: at };
    case 'actie':
      return { kind: 'acts', position, effect: at.actie };
    case undefined:
      throw new Error(`Failed to go on in flow ${flow.id}: there is no step ${position.step}. Run knowledge:check.`);
  }
}

function answer(flow: Flow, position: FlowPosition, text: string, words: FlowWords): FlowResult {
  const question = questionAt(flow, position);
  if (question === undefined) return { kind: 'refused', because: 'no-choice' };
  return question.soort === 'vraag'
    ? choose(flow, position, question, text, words)
    : keepWords(flow, position, question, text, words);
}

function choose(flow: Flow, position: FlowPosition, question: Vraag, text: string, words: FlowWords): FlowResult {
  const options = optionsOf(question, words);
  const said = plainWords(text);
  const wantsSkip = words.skip.heard.includes(said);
  const dontKnows = words.dontKnow.heard.includes(said);
  const at =
    chosen(
      text,
      options.map(({ title }) => title),
    ) ??
    inOtherWords(text, options) ??
    indexOf(options, ({ title }) => dontKnows && words.dontKnow.heard.includes(plainWords(title))) ??
    indexOf(options, ({ title }) => wantsSkip && title === words.skip.title);
  const option = at === undefined ? undefined : options[at];
  if (option === undefined) return { kind: 'refused', because: wantsSkip || dontKnows ? 'cannot-skip' : 'no-choice' };
  return moveOn(flow, position, {
    to: option.to,
    said: option.title,
    ...(question.bewaarAls === undefined ? {} : { name: question.bewaarAls, value: option.keeps }),
  });
}

/** A number counts the choices that are shown, never these words. */
function inOtherWords(text: string, options: readonly FlowOption[]): number | undefined {
  const words = options.flatMap(({ heard = [] }, at) => heard.map((one) => ({ one, at })));
  const found = /\d/.test(text)
    ? undefined
    : chosen(
        text,
        words.map(({ one }) => one),
      );
  return found === undefined ? undefined : words[found]?.at;
}

function indexOf(options: readonly FlowOption[], fits: (option: FlowOption) => boolean): number | undefined {
  const found = options.findIndex(fits);
  return found < 0 ? undefined : found;
}

/** Own words are kept exactly as they came: not trimmed, not corrected. */
function keepWords(flow: Flow, position: FlowPosition, question: Invoer, text: string, words: FlowWords): FlowResult {
  const said = plainWords(text);
  if (said === plainWords(words.skip.title) || words.skip.heard.includes(said)) {
    if (question.overslaan === null) return { kind: 'refused', because: 'cannot-skip' };
    return moveOn(flow, position, {
      to: question.overslaan,
      said: words.skip.title,
      name: question.bewaarAls,
      value: null,
    });
  }
  if (text.trim() === '') return { kind: 'refused', because: 'empty' };
  if (text.length > question.maxTekens) {
    return { kind: 'too-long', length: text.length, maximum: question.maxTekens };
  }
  return moveOn(flow, position, { to: question.naar, said: null, name: question.bewaarAls, value: text });
}

interface Move {
  readonly to: string;
  readonly said: string | null;
  readonly name?: string;
  readonly value?: string | null;
}

function moveOn(flow: Flow, position: FlowPosition, move: Move): FlowResult {
  const path = [...position.path, { step: position.step, answer: move.said }];
  const kept = without(position.answers, move.name);
  const answers =
    move.name !== undefined && typeof move.value === 'string' ? { ...kept, [move.name]: move.value } : kept;
  return arriveAt(flow, { ...position, step: move.to, answers, path: pathBefore(move.to, path) });
}

/** Who comes by a question again goes back from there as the first time, not through what was done in between. */
function pathBefore(name: string, path: FlowPosition['path']): FlowPosition['path'] {
  const first = path.findIndex((passed) => passed.step === name);
  return first < 0 ? path : path.slice(0, first);
}

/** What was answered at the question we return to is forgotten: it is asked again. */
function goBack(flow: Flow, position: FlowPosition): FlowResult {
  const last = position.path.at(-1);
  if (last === undefined) return { kind: 'refused', because: 'no-way-back' };
  const earlier = { ...position, step: last.step, path: position.path.slice(0, -1) };
  const name = questionAt(flow, earlier)?.bewaarAls;
  return arriveAt(flow, { ...earlier, answers: without(position.answers, name) });
}

/** Nobody steps back over something that happened, so the path starts anew; what only looked changes nothing. */
function afterEffect(flow: Flow, position: FlowPosition, input: Extract<FlowInput, { kind: 'done' }>): FlowResult {
  const at = flow.stappen[position.step];
  const to = at?.soort === 'actie' ? at.uitkomsten[input.outcome] : undefined;
  if (to === undefined) {
    throw new Error(
      `Failed to go on in flow ${flow.id}: step ${position.step} has no way on for outcome ${input.outcome}. Run knowledge:check.`,
    );
  }
  const path = input.undoable === true ? pathBefore(to, position.path) : [];
  return arriveAt(flow, { ...position, step: to, answers: { ...position.answers, ...input.gathered }, path });
}

function without(answers: Readonly<Record<string, string>>, name: string | undefined) {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
}
