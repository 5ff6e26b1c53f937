/** A headline without the site's name after a bar, and without what marks it as new. */
export function cleanHeadline(line: string): string {
  const parts = line.split(/ [|·•»] /u);
  const first = parts[0] ?? line;
  return (first.length >= 12 ? first : line).trim();
}
