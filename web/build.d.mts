/** Sizes by file name of the scripts that were built into `outdir`. */
export function buildWeb(options: {
  readonly outdir: string;
}): Promise<Readonly<Record<string, { readonly bytes: number; readonly gzip: number }>>>;
