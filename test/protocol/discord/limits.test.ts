import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDiscordServer } from './start-discord-server.ts';
import type { DiscordServer } from './start-discord-server.ts';

let server: DiscordServer;

beforeAll(async () => {
  server = await startDiscordServer({ bucketSize: { limit: 1000, windowMs: 1000 } });
});

afterAll(async () => {
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: number; readonly errors?: unknown };
}

async function call(method: string, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${server.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${server.token}`,
      'content-type': 'application/json',
      'user-agent': 'DiscordBot (https://tests.example, 1.0)',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const text = (length: number): string => 'x'.repeat(length);
const many = <One>(count: number, make: (index: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (id: string): object => ({ type: 2, style: 1, label: 'L', custom_id: id });
const row = (...components: object[]): object => ({ type: 1, components });
const field = { name: text(256), value: text(10) };

/** What just fits, and the same with one too many; and where the fault is. */
const messages: readonly (readonly [string, object, object, string])[] = [
  ['content of 2000', { content: text(2000) }, { content: text(2001) }, 'content'],
  [
    '10 embeds',
    { embeds: many(10, () => ({ title: 'x' })) },
    { embeds: many(11, () => ({ title: 'x' })) },
    'embeds',
  ],
  [
    'an embed title of 256',
    { embeds: [{ title: text(256) }] },
    { embeds: [{ title: text(257) }] },
    'embeds.0.title',
  ],
  [
    'a description of 4096',
    { embeds: [{ description: text(4096) }] },
    { embeds: [{ description: text(4097) }] },
    'embeds.0.description',
  ],
  [
    '6000 over all embeds',
    { embeds: [{ description: text(4000) }, { description: text(2000) }] },
    { embeds: [{ description: text(4000) }, { description: text(2001) }] },
    'embeds',
  ],
  [
    'a footer of 2048',
    { embeds: [{ footer: { text: text(2048) } }] },
    { embeds: [{ footer: { text: text(2049) } }] },
    'embeds.0.footer.text',
  ],
  [
    'an author of 256',
    { embeds: [{ author: { name: text(256) } }] },
    { embeds: [{ author: { name: text(257) } }] },
    'embeds.0.author.name',
  ],
  [
    'a field name of 256',
    { embeds: [{ fields: [field] }] },
    { embeds: [{ fields: [{ ...field, name: text(257) }] }] },
    'embeds.0.fields.0.name',
  ],
  [
    'a field value of 1024',
    { embeds: [{ fields: [{ ...field, value: text(1024) }] }] },
    { embeds: [{ fields: [{ ...field, value: text(1025) }] }] },
    'embeds.0.fields.0.value',
  ],
  [
    '25 fields',
    { embeds: [{ fields: many(25, () => ({ name: 'n', value: 'v' })) }] },
    { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] },
    'embeds.0.fields',
  ],
  [
    '5 rows',
    { components: many(5, (at) => row(button(`${at}`))) },
    { components: many(6, (at) => row(button(`${at}`))) },
    'components',
  ],
  [
    '5 buttons in a row',
    { components: [row(...many(5, (at) => button(`${at}`)))] },
    { components: [row(...many(6, (at) => button(`${at}`)))] },
    'components.0.components',
  ],
  [
    'a label of 80',
    { components: [row({ ...button('a'), label: text(80) })] },
    { components: [row({ ...button('a'), label: text(81) })] },
    'components.0.components.0.label',
  ],
  [
    'a custom id of 100',
    { components: [row(button(text(100)))] },
    { components: [row(button(text(101)))] },
    'components.0.components.0.custom_id',
  ],
  [
    'custom ids used once',
    { components: [row(button('a'), button('b'))] },
    { components: [row(button('a'), button('a'))] },
    'components.0.components.1.custom_id',
  ],
  ['a nonce of 25', { content: 'x', nonce: text(25) }, { content: 'x', nonce: text(26) }, 'nonce'],
  ['content that is text', { content: 'x' }, { content: 7 }, 'content'],
  ['whole characters', { content: '\u{1F600}' }, { content: '\uD83D' }, 'content'],
  [
    'web addresses',
    { embeds: [{ title: 'x', url: 'https://a.example' }] },
    { embeds: [{ title: 'x', url: 'ftp://a.example' }] },
    'embeds.0.url',
  ],
  [
    'one way of allowing mentions',
    { content: 'x', allowed_mentions: { parse: [], users: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
  ],
];

const option = (name: string, required: boolean): object => ({
  type: 3,
  name,
  description: 'd',
  required,
});
const command = { name: 'one', description: 'd' };
const commands: readonly (readonly [string, object, object, string])[] = [
  ['a name of 32', { ...command, name: text(32) }, { ...command, name: text(33) }, '0.name'],
  ['a name in small letters', command, { ...command, name: 'One' }, '0.name'],
  ['a name without spaces', command, { ...command, name: 'o ne' }, '0.name'],
  [
    'a description of 100',
    { ...command, description: text(100) },
    { ...command, description: text(101) },
    '0.description',
  ],
  [
    'required options first',
    { ...command, options: [option('a', true), option('b', false)] },
    { ...command, options: [option('a', false), option('b', true)] },
    '0.options.1',
  ],
  [
    '25 options',
    { ...command, options: many(25, (at) => option(`o${at}`, false)) },
    { ...command, options: many(26, (at) => option(`o${at}`, false)) },
    '0.options',
  ],
];

/** The errors at a place of Discord's nested form. */
function errorsAt(answer: Answer, path: string): unknown {
  const node = path
    .split('.')
    .reduce<unknown>(
      (tree, step) => (tree as Record<string, unknown> | undefined)?.[step],
      answer.body.errors,
    );
  return (node as { readonly _errors?: unknown } | undefined)?._errors;
}

describe('the limits', () => {
  it.each(messages)('of a message: %s', async (...[, fits, exceeds, path]) => {
    const before = server.violations.length;
    expect((await call('POST', `/channels/${server.channel.id}/messages`, fits)).status).toBe(200);
    expect(server.violations).toHaveLength(before);
    const refused = await call('POST', `/channels/${server.channel.id}/messages`, exceeds);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(errorsAt(refused, path)).toHaveLength(1);
    expect(server.violations).toHaveLength(before + 1);
  });

  it.each(commands)('of a command: %s', async (...[, fits, exceeds, path]) => {
    const list = `/applications/${server.applicationId}/commands`;
    expect((await call('PUT', list, [fits])).status).toBe(200);
    const refused = await call('PUT', list, [exceeds]);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(errorsAt(refused, path)).toBeDefined();
  });

  it.each([
    ['a title of 45', { title: text(45) }, { title: text(46) }, 'data.title'],
    ['5 fields', { fields: 5 }, { fields: 6 }, 'data.components'],
    ['a label of 45', { label: text(45) }, { label: text(46) }, 'data.components.0.label'],
    ['at least one field', { fields: 1 }, { fields: 0 }, 'data.components'],
  ])('of a form: %s', async (...[, fits, exceeds, path]) => {
    await call('PUT', `/applications/${server.applicationId}/commands`, [command]);
    const answer = ({
      title = 'Ask',
      fields = 1,
      label = 'Question',
    }: {
      readonly title?: string;
      readonly fields?: number;
      readonly label?: string;
    }): Promise<Response> => {
      const { id, token } = server.slash({
        command: 'one',
        user: server.anna,
        channel: server.channel,
      });
      const component = (at: number): object => ({
        type: 18,
        label,
        component: { type: 4, custom_id: `f${at}`, style: 2 },
      });
      const data = { custom_id: 'ask', title, components: many(fields, component) };
      return fetch(`${server.apiUrl}/v10/interactions/${id}/${token}/callback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 9, data }),
      });
    };
    expect((await answer(fits)).status).toBe(204);
    const refused = await answer(exceeds);
    expect(refused.status).toBe(400);
    expect(
      errorsAt({ status: 400, body: (await refused.json()) as Answer['body'] }, path),
    ).toBeDefined();
  });

  it('of a thread: a name of 100', async () => {
    const { id } = server.say({ channel: server.channel, user: server.anna, content: 'x' });
    const path = `/channels/${server.channel.id}/messages/${id}/threads`;
    expect((await call('POST', path, { name: text(101) })).status).toBe(400);
    expect((await call('POST', path, { name: text(100) })).status).toBe(201);
  });
});
