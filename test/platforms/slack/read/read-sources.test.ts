import { describe, expect, it } from '@jest/globals';
import { findLinks, findLinksInText } from '../../../../src/platforms/slack/read/find-links.ts';
import { readMessageText } from '../../../../src/platforms/slack/read/read-message-text.ts';
import { readSources } from '../../../../src/platforms/slack/read/read-sources.ts';
import { readTypedSources } from '../../../../src/platforms/slack/read/read-typed-sources.ts';

const bot = 'U0NUTGRAF';
const file = {
  id: 'F01',
  name: 'page.html',
  mimetype: 'text/html',
  size: 900,
  mode: 'hosted',
  url_private: 'https://files.slack.com/files-pri/T0-F01/page.html',
  url_private_download: 'https://files.slack.com/files-pri/T0-F01/download/page.html',
};

describe('the links of a message', () => {
  it('are found as Slack writes them, each once, in their order', () => {
    const text =
      'See <https://a.example/x?p=1&amp;q=2|this> and <https://b.example>, <https://a.example/x?p=1&amp;q=2>';
    expect(findLinksInText(text)).toEqual(['https://a.example/x?p=1&q=2', 'https://b.example']);
  });

  it('are found in bare words, without the stops behind them', () => {
    expect(findLinksInText('(https://a.example/x), “https://b.example/Boat_(red)”.')).toEqual([
      'https://a.example/x',
      'https://b.example/Boat_(red)',
    ]);
  });

  it('are found in what another app posted, but not in its buttons', () => {
    const button = { type: 'button', url: 'https://app.example/settings' };
    const text = { type: 'mrkdwn', text: '*<https://a.example/story|The boat>*' };
    const blocks = [
      { type: 'section', text },
      { type: 'actions', elements: [button] },
    ];
    expect(findLinks({ text: 'The boat', blocks })).toEqual(['https://a.example/story']);
    const attachments = [{ title: 'The boat', title_link: 'https://a.example/feed' }];
    expect(findLinks({ text: '', attachments })).toEqual(['https://a.example/feed']);
  });
});

describe('the words of a message', () => {
  it('are those of its rich text, without marks and without the mention', () => {
    const elements = [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: bot },
          { type: 'text', text: ' A *red* boat ' },
          { type: 'link', url: 'https://a.example', text: 'here' },
          { type: 'emoji', name: 'flag-no', unicode: '1f1f3-1f1f4' },
        ],
      },
      {
        type: 'rich_text_list',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
        ],
      },
    ];
    expect(readMessageText({ text: 'x', blocks: [{ type: 'rich_text', elements }] }, bot)).toBe(
      'A *red* boat here🇳🇴\none\ntwo',
    );
  });

  it('are read out of mrkdwn where there is no rich text', () => {
    const text = `<@${bot}> Q&amp;A: 3 &lt; 4, <https://a.example|the boat>, <#C01|news> <!here>`;
    expect(readMessageText({ text }, bot)).toBe('Q&A: 3 < 4, the boat, #news @here');
  });
});

describe('what a message holds to read', () => {
  const tide = 'The tide came in and went out again. ';

  it('is its links first, three at most', () => {
    const text = [1, 2, 3, 4].map((n) => `<https://a.example/${n}>`).join(' ');
    expect(readSources({ text, files: [file] }, bot)).toEqual(
      [1, 2, 3].map((n) => ({ kind: 'link', url: `https://a.example/${n}` })),
    );
  });

  it('is its files where it has no link', () => {
    expect(readSources({ text: 'please', files: [file] }, bot)).toEqual([
      {
        kind: 'file',
        file: {
          name: 'page.html',
          mediaType: 'text/html',
          sizeBytes: 900,
          address: { id: 'F01', url: file.url_private_download },
        },
      },
    ]);
  });

  it('asks for the address of a file of a shared channel, and passes those that are gone', () => {
    const shared = { ...file, file_access: 'check_file_info' };
    const gone = { id: 'F02', mode: 'tombstone' };
    const [source, ...more] = readSources({ text: '', files: [gone, shared] }, bot);
    expect(source).toMatchObject({ file: { address: { id: 'F01' } } });
    expect(JSON.stringify(source)).not.toContain('files-pri');
    expect(more).toEqual([]);
  });

  it('is its text where that is long, and a pasted page whatever links are in it', () => {
    const long = tide.repeat(20).trim();
    expect(readSources({ text: long }, bot)).toEqual([{ kind: 'text', text: long }]);
    const page = `${tide.repeat(60)}<https://a.example>`;
    expect(readSources({ text: page }, bot)).toMatchObject([{ kind: 'text' }]);
  });

  it('is nothing where people only talk', () => {
    expect(readSources({ text: 'shall we take the boat?' }, bot)).toEqual([]);
  });
});

describe('what is typed behind a command', () => {
  it('is links, an address from memory, or the text itself', () => {
    expect(readTypedSources('https://a.example/x <https://b.example|b>')).toEqual([
      { kind: 'link', url: 'https://a.example/x' },
      { kind: 'link', url: 'https://b.example' },
    ]);
    expect(readTypedSources('a.example/x')).toEqual([{ kind: 'link', url: 'https://a.example/x' }]);
    expect(readTypedSources('The boat is red.')).toEqual([
      { kind: 'text', text: 'The boat is red.' },
    ]);
    expect(readTypedSources('')).toEqual([]);
  });
});
