/** Letters and digits alone, in lower case, so that marks and spaces do not tell two printings of one text apart. */
export function bareText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
