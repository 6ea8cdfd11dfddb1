/** The hosts the bot may send to. The SDK signs requests to any serviceUrl it is given, so this list is the only fence. */
const TEAMS_HOSTS: readonly string[] = ['smba.trafficmanager.net', '.botframework.com'];

export type ServiceUrlCheck = (serviceUrl: unknown) => serviceUrl is string;

/** `allowedHosts`: a name is matched whole, a name with a leading dot matches every host under it. */
export function teamsServiceUrls(allowedHosts: readonly string[] = TEAMS_HOSTS): ServiceUrlCheck {
  return (serviceUrl): serviceUrl is string => {
    const url = parsed(serviceUrl);
    if (url?.protocol !== 'https:' || url.port !== '') return false;
    return allowedHosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
  };
}

/** The developer tool of Microsoft calls from, and is called at, this machine only. */
export const isPlaygroundServiceUrl: ServiceUrlCheck = (serviceUrl): serviceUrl is string => {
  const url = parsed(serviceUrl);
  if (url?.protocol !== 'http:' || !['localhost', '127.0.0.1'].includes(url.hostname)) return false;
  return url.pathname === '/_connector' || url.pathname.startsWith('/_connector/');
};

function parsed(serviceUrl: unknown): URL | null {
  const url = typeof serviceUrl === 'string' ? urlOf(serviceUrl) : null;
  if (url === null) return null;
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain ? url : null;
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    // Asking `canParse` first would read every good address twice.
    return null;
  }
}
