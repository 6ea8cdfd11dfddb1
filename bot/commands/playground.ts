/**
 * `npm run playground`: the server in playground mode, and how to point Microsoft's Agents Playground at it. That tool is
 * optional and not part of this project; its licence is for evaluation.
 */
import { fileURLToPath } from 'node:url';

const TOOL = 'npx @microsoft/m365agentsplayground@0.2.28';

function howToConnect(url: string): string {
  const persona = (name: 'worker' | 'officer', port: number) => {
    const config = fileURLToPath(new URL(`../../deploy/playground/${name}.yml`, import.meta.url));
    return `  M365_AGENTS_PLAYGROUND_CONFIG_PATH='${config}' \\
    ${TOOL} start -e ${url}/api/messages -c msteams -p ${port} --disable-telemetry`;
  };
  return `
Microsoft 365 Agents Playground: endpoint ${url}/api/messages, channel msteams.
As the worker, on http://localhost:56150:
${persona('worker', 56150)}
As the officer, in a second terminal, on http://localhost:56151:
${persona('officer', 56151)}
The tool listens on all addresses of this machine, and is Microsoft's: read its licence. Stop this server with Ctrl+C.
`;
}

process.env['REGIEWIJZER_PLAYGROUND'] = '1';
// Only now: the server reads its settings while it is being imported.
const { app: starting } = await import('../main.ts');
const app = await starting;
if (app) process.stdout.write(howToConnect(app.url));
