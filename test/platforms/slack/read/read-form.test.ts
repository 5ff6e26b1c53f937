import { describe, expect, it } from '@jest/globals';
import { readForm, writeFormContext } from '../../../../src/platforms/slack/read/read-form.ts';

const context = writeFormContext({
  channel: 'C01',
  user: 'U01ADA',
  place: 'T0',
  triggerId: '1.2.x',
  responseUrl: 'https://hooks.slack.com/commands/x',
  responseUntilMs: 1000,
});

const hand = (values: object) =>
  readForm({
    user: { id: 'U01ADA' },
    view: { id: 'V01', private_metadata: context, state: { values } },
  });
const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });
const chosen = (value: string) => ({ value: { selected_option: { value } } });

describe('a form that is handed in', () => {
  it('is a request, answered where the command was typed', () => {
    expect(
      hand({
        link: typed('courier.example/ferry'),
        text: typed(''),
        file: { value: { files: [] } },
        length: chosen('detailed'),
        quotes: chosen('0'),
        audience: { value: { selected_options: [] } },
      }),
    ).toMatchObject({
      request: {
        id: 'view:V01',
        person: 'U01ADA',
        channel: 'C01',
        sources: [{ kind: 'link', url: 'https://courier.example/ferry' }],
        length: 'detailed',
        maxQuotes: 0,
        isPrivate: false,
        replyTo: { address: { responseUrl: 'https://hooks.slack.com/commands/x' } },
      },
    });
  });

  it('may be for the person alone, who then has no answer once the response URL has ended', () => {
    const audience = { value: { selected_options: [{ value: 'private' }] } };
    expect(hand({ text: typed('The boat.'), audience })).toMatchObject({
      request: { isPrivate: true, replyTo: { untilMs: 1000 }, sources: [{ text: 'The boat.' }] },
    });
  });

  it('is given back with a word at the field', () => {
    expect(hand({})).toMatchObject({ faults: { link: expect.stringContaining('a link') } });
    expect(hand({ link: typed('a boat') })).toMatchObject({
      faults: { link: expect.stringContaining('https://') },
    });
    expect(hand({ link: typed('a.example'), text: typed('x') })).toMatchObject({
      faults: { text: expect.stringContaining('One thing') },
    });
  });
});
