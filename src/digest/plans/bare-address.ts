/** As people say an address: nothing of it is to be a link. */
export function bareAddress(address: string): string {
  return address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}
