import { findWebAddress } from './find-web-address.ts';
import { markup, type Markup, type MarkupValue } from './markup.ts';

/** A link that opens beside the page and tells the other side nothing of it; only its text where it leads nowhere on the web. */
export function renderLink(url: string, text: MarkupValue, className = 'link'): Markup {
  const address = findWebAddress(url);
  return address === undefined
    ? markup`${text}`
    : markup`<a class="${className}" href="${address}" target="_blank" rel="noopener noreferrer"
        >${text}</a
      >`;
}
