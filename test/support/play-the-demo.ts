/** Plays an escalation on the demo page by hand, from the mother's question to the answer she reads; for a test and for the pictures. */
import type { Locator, Page } from 'playwright-core';

/** What the mother of the ombudsman's report asked, in the words of the report's facts. */
export const MOTHERS_QUESTION =
  'Bij ons gezin zijn veel verschillende instanties betrokken. Het wordt mij te veel om alle hulp te coördineren. Ik wil een onafhankelijke regisseur, iemand die naast ons staat.';
export const REASON = 'U krijgt een onafhankelijke regisseur. Die maakt samen met u één plan.';

export interface Side {
  readonly chat: Locator;
  says(words: string): Promise<void>;
  presses(name: string | RegExp): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
}

/** One of the chats on a page; words and buttons are looked for inside it only. */
export function side(page: Page, selector: string): Side {
  const chat = page.locator(selector);
  return {
    chat,
    async says(words) {
      await chat.getByLabel('Uw vraag of antwoord').fill(words);
      await chat.getByRole('button', { name: 'Verstuur' }).click();
    },
    async presses(name) {
      await chat
        .getByRole('button', { name, exact: typeof name === 'string' })
        .last()
        .click();
    },
    async sees(words) {
      await chat.getByText(words).last().waitFor();
    },
  };
}

export interface Receipt {
  readonly followCode: string;
  /** E.g. `L-HFB09T`; it stands on the officer's card as well. */
  readonly number: string;
}

/** The parent asks and files. Gives back what her receipt says. */
export async function filesInTheBrowser(parent: Side): Promise<Receipt> {
  await parent.sees('Ik ben een computer');
  await parent.says(MOTHERS_QUESTION);
  await parent.sees('U mag vragen om een regisseur');
  await parent.presses(/leg het voor/);
  await parent.sees(/direct gevaar/);
  await parent.presses('Nee');
  await parent.sees(/ingewikkeld/);
  await parent.presses('Ja');
  await parent.sees(/Zit het vast/);
  await parent.presses('Het zit vast');
  await parent.sees(/Heeft een kind/);
  await parent.presses('Weet ik niet');
  await parent.sees(/eigen woorden/);
  await parent.says(MOTHERS_QUESTION);
  await parent.presses('Ja, leg voor');
  return {
    followCode: await readIn(parent, /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/),
    number: await readIn(parent, /L-[0-9A-HJKMNP-TV-Z]{6}/),
  };
}

async function readIn({ chat }: Side, pattern: RegExp): Promise<string> {
  const words = await chat.getByText(pattern).last().textContent();
  return pattern.exec(words ?? '')?.[0] ?? '';
}

/** The officer opens the card with this number and decides that it will happen from `effectiveOn` (YYYY-MM-DD). */
export async function decidesInTheBrowser(
  officer: Side,
  number: string,
  {
    effectiveOn = '2031-01-02',
    onOpened,
  }: { readonly effectiveOn?: string; readonly onOpened?: () => Promise<void> } = {},
): Promise<void> {
  // The demo's own night rules file as well: another card may stand lower, or be here before this one.
  const card = officer.chat.locator('.ac-adaptiveCard', { hasText: number });
  await card.getByRole('button', { name: 'Openen', exact: true }).click();
  await officer.sees(MOTHERS_QUESTION);
  await onOpened?.();
  await officer.presses('Besluiten');
  await officer.chat.getByLabel(/Ja, dit gaat gebeuren/).check();
  await officer.chat.getByLabel(/De reden/).fill(REASON);
  await officer.chat.getByLabel(/vanaf wanneer/).fill(effectiveOn);
  await officer.presses('Besluit vastleggen');
  await officer.sees('Er is besloten');
}
