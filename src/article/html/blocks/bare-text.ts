/** Letters and digits alone, in lower case, so that marks and spaces do not tell two printings of one text apart. */
export function bareText(text: string): string {
  // One character at a time: a run of megabytes would exhaust the stack of the regular expression engine.
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
