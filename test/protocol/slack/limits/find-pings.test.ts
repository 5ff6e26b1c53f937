import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.ts';
import { findPings } from './find-pings.ts';

describe('who is notified', () => {
  it.each<[string, Json, readonly string[]]>([
    ['by a text', { text: 'a <!channel> b <@U01ADA|ada>' }, ['<!channel>', '<@U01ADA|ada>']],
    [
      'by mrkdwn',
      { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] },
      ['<!here>'],
    ],
    ['by a group', { text: '<!subteam^S1|@desk>' }, ['<!subteam^S1|@desk>']],
    ['by nothing escaped', { text: '&lt;!channel&gt; @channel <https://a.example|@everyone>' }, []],
    [
      'by no plain text',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: '<!channel>' } }] },
      [],
    ],
    [
      'by bare words where names are linked',
      { text: 'a @channel and @ada', link_names: true },
      ['@channel', '@ada'],
    ],
    ['by bare words where all is parsed', { text: '@everyone', parse: 'full' }, ['@everyone']],
    [
      'by rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              { type: 'broadcast', range: 'here' },
              { type: 'user', user_id: 'U1' },
            ],
          },
        ],
      },
      ['<!here>', '<@U1>'],
    ],
  ])('%s', (_, body, whom) => {
    expect(findPings(body)).toEqual(whom);
  });
});
