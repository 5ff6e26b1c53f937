/** One mark of Slack's: a mention, a channel, a special, or an address with or without its words. */
const MARK = /<([^<>]{1,8000})>/gu;

/** What Slack wrote in mrkdwn, as a person reads it. Mentions of `without` are left out. */
export function unescapeMrkdwn(text: string, without: string): string {
  return unescapeEntities(text.replace(MARK, (_, inside: string) => readMark(inside, without)));
}

/** Slack escapes these three and nothing else. */
export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function readMark(inside: string, without: string): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (target === `@${without}`) return '';
  if (target.startsWith('@')) return label === '' ? '@…' : `@${label}`;
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  return label === '' ? target : label;
}
