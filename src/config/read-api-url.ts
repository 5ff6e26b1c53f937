/** A platform's API at another address than its own. */
export type ApiUrl =
  | { readonly status: 'set'; readonly url: string }
  | { readonly status: 'absent' }
  | { readonly status: 'wrong'; readonly sentence: string };

/** `http://…` or `https://…`; without a slash at its end. What is wrong never tells the address: it may hold a password. */
export function readApiUrl(name: string, value: string | undefined): ApiUrl {
  if (value === undefined) return { status: 'absent' };
  const url = URL.parse(value);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return {
      status: 'wrong',
      sentence: `${name}: must be an address that begins with https:// (or http://)`,
    };
  }
  if (url.search !== '' || url.hash !== '') {
    return {
      status: 'wrong',
      sentence: `${name}: must end with its path; take away what follows ? or #`,
    };
  }
  return { status: 'set', url: url.href.replace(/\/+$/u, '') };
}
