export function makeEcho(): (text: string) => Promise<unknown>;
