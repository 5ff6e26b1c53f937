import { PassThrough, Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { createTerminal } from '../../../src/platforms/terminal/create-terminal.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { createFakeCore } from '../fake-core.ts';

it('decides about the draft that was shown last, once', async () => {
  const printed: string[] = [];
  const input = new PassThrough();
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed.push(chunk.toString());
      done();
    },
  });
  const core = createFakeCore();
  const loadFile = () => Promise.reject(new Error('nobody asks for a file here'));
  const terminal = createTerminal({ input, output, look: undefined, run: 'digests', loadFile });
  await terminal.start(core);
  const signal = AbortSignal.timeout(5000);
  const answer = async (index: number, text: string, isDraft: boolean) => {
    const { replyTo } = await core.request(index);
    const actions = isDraft ? (['confirm', 'change', 'discard'] as const) : [];
    const post = { ...textPost(text), actions };
    await terminal.send(replyTo, { post, key: `key${index}`, audience: 'person' }, signal);
  };
  input.write('/digest create Boats source=a.example schedule="every day at 8"\n');
  await answer(0, 'Boats, every day at 8: is it so?', true);
  input.write('/digest nonsense\nyes\n');
  await answer(1, 'It is set.', false);
  input.write('yes\n');
  await answer(2, 'I do not know.', false);
  input.end();
  await terminal.ended;
  expect(core.requests).toMatchObject([
    { kind: 'digest', ask: { kind: 'create', fields: { name: 'Boats' } } },
    { kind: 'follow-up', ask: { kind: 'confirm' }, about: { key: 'key0' } },
    { kind: 'follow-up', ask: { kind: 'question' } },
  ]);
  expect(printed.join('')).toContain('I do not know “/digest nonsense”');
});
