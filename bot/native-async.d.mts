export function withNativeAsync(code: string): string | null;
export const nativeAsyncForTheSdk: import('esbuild').Plugin;
