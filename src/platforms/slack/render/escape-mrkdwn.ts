/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Marks of formatting; a look-alike stands for each, because mrkdwn has no way to escape them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '~': '∼',
  '`': 'ˋ',
};

/**
 * Text as mrkdwn shows it literally: nothing in it becomes a link, a mention or formatting. `@channel` is parted, so
 * that it stays a word even where somebody turns `link_names` on.
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replace(/[&<>]/gu, (mark) => ENTITIES[mark] ?? '')
    .replace(/[*_~`]/gu, (mark) => LOOK_ALIKES[mark] ?? '')
    .replace(/@(?=channel|here|everyone)/giu, '@ ');
}
