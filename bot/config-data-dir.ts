/** Where the data may not be kept: an update or a build of the program replaces its own folders. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Folders of the program, beside the one that holds them all. */
const OWN = [
  'bench',
  'bot',
  'cards',
  'cases',
  'deploy',
  'devTools',
  'dialogs',
  'dist',
  'docs',
  'knowledge',
  'node_modules',
  'register',
  'test',
  'web',
];

/** What is wrong with this data folder, for an operator; `undefined`: nothing. `programDir` holds the program. */
export function problemOfDataDir(dataDir: string, programDir: string): string | undefined {
  const program = real(programDir);
  const [first = '', ...deeper] = relative(program, real(resolve(dataDir))).split(sep);
  const isProgram = first === '' && deeper.length === 0;
  if (!isProgram && !OWN.includes(first)) return undefined;
  const where = isProgram ? program : join(program, first);
  return `lies in the program's own folder ${where}, which an update or a build replaces, with all families in it; set a folder outside the program, like /var/lib/regiewijzer`;
}

/** Links followed as far as the path is there; what is not there yet keeps its name. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const above = dirname(path);
    if (above === path) throw error;
    return join(real(above), basename(path));
  }
}
