import { describe, expect, it } from '@jest/globals';
import type { APIMessage } from 'discord.js';
import { completeMessage } from '../../../../src/platforms/discord/read/complete-message.ts';
import { readSources } from '../../../../src/platforms/discord/read/read-sources.ts';
import { findLinksInText } from '../../../../src/platforms/discord/read/find-links.ts';

const url = 'https://herald.example/mill';

const message = (fields: object): APIMessage =>
  completeMessage({ id: '1', channel_id: '2', ...fields } as APIMessage);
const read = (fields: object) => {
  const one = message(fields);
  return readSources(one, one.content);
};
const attachment = (filename: string, content_type: string) => ({
  id: '3',
  filename,
  content_type,
  size: 10,
  url: `https://cdn.discordapp.com/attachments/2/3/${filename}`,
  proxy_url: '',
});

describe('links in a text', () => {
  it.each([
    [`see ${url}.`, [url]],
    [`<${url}>`, [url]],
    [`[the mill](${url})`, [url]],
    [`**${url}** and ||${url}/b||`, [url, `${url}/b`]],
    [`(${url}_(old))`, [`${url}_(old)`]],
    [`${url} ${url}`, [url]],
    ['herald.example/mill', []],
    ['https://', []],
  ])('%j', (text, links) => {
    expect(findLinksInText(text)).toEqual(links);
  });
});

describe('what a message holds', () => {
  it('is a pasted page before its links', () => {
    const content = `${'The sails turned again. '.repeat(80)}${url}`;
    expect(read({ content })).toEqual([{ kind: 'text', text: content.trim() }]);
  });

  it('is its links before its files', () => {
    const attachments = [attachment('a.txt', 'text/plain')];
    expect(read({ content: url, attachments })).toEqual([{ kind: 'link', url }]);
  });

  it('is the files that may be an article, and a picture only where there is nothing else', () => {
    const picture = attachment('mill.png', 'image/png');
    const page = attachment('page.html', 'text/html; charset=utf-8');
    expect(read({ attachments: [picture, page] })).toEqual([
      {
        kind: 'file',
        file: {
          name: 'page.html',
          mediaType: 'text/html',
          sizeBytes: 10,
          address: { url: page.url },
        },
      },
    ]);
    expect(read({ attachments: [picture] })).toMatchObject([{ file: { name: 'mill.png' } }]);
    const long = 'The sails turned again. '.repeat(10).trim();
    expect(read({ content: long, attachments: [picture] })).toEqual([{ kind: 'text', text: long }]);
  });

  it('is what it forwards', () => {
    const forwarded = message({ content: `read ${url}` });
    expect(read({ message_snapshots: [{ message: forwarded }] })).toEqual([{ kind: 'link', url }]);
  });

  it('is the headline of a feed', () => {
    expect(read({ embeds: [{ title: 'The mill', url }] })).toEqual([{ kind: 'link', url }]);
    expect(read({ embeds: [{ description: `More: ${url}` }] })).toEqual([{ kind: 'link', url }]);
  });

  it('is nothing where it is talk', () => {
    expect(read({ content: 'good morning' })).toEqual([]);
  });
});
