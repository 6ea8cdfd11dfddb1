export function withNativeAsync(code: string): string | null;
