/** Where this script came from; `currentScript` is only known while it runs for the first time. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

export const scriptUrl = script?.src || window.location.href;
export const scriptNonce = script?.nonce ?? '';
export const scriptData: Readonly<Record<string, string | undefined>> = script?.dataset ?? {};
