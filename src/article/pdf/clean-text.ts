const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['\uFB00', 'ff'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\uFB03', 'ffi'],
  ['\uFB04', 'ffl'],
  ['\uFB05', 'st'],
  ['\uFB06', 'st'],
]);

/** Ligatures into letters, odd spaces into spaces; control, private-use and unpaired characters out. */
export function cleanText(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES.get(ligature) ?? ligature)
    .replace(/[\t\n\v\f\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/gu, ' ')
    .replace(
      /[\p{Cc}\p{Co}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/gu,
      '',
    );
}
