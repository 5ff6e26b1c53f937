import { parseHTML } from 'linkedom';

/** The document of a page that has this body, and this head if one is given. */
export function documentOf(body: string, head = ''): Document {
  return parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document;
}
