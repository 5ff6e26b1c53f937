import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { harbourPage } from './harbour-page.ts';
import { run } from './run.ts';
import { temporaryFolder } from '../store/rig.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder.path, 'page.html'), harbourPage);
});
afterEach(() => folder.remove());

function chat(...lines: readonly string[]) {
  const env = { DATABASE_URL: join(folder.path, 'chat.sqlite') };
  return run(['chat'], { env, cwd: folder.path, stdin: `${lines.join('\n')}\n` });
}

it('a conversation in a terminal: a summary, then what is asked about it', async () => {
  const { out, err, exitCode } = await chat(
    '/summarize page.html short',
    'quotes',
    'Who sells smoked eel?',
    'What does the ferry cost?',
  );
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  const answers = out.split('Harbour opens again');
  expect(answers).toHaveLength(4);
  expect(answers[1]).toContain('• ');
  expect(answers[2]).toContain('“We had almost forgotten what a horn sounds like”');
  expect(answers[3]).toContain('Tilde Brask');
  expect(out).toContain('I find no passage in the article that says that.');
});

it('a file that is not there, a word about nothing and help are answered with a sentence', async () => {
  const { out, exitCode } = await chat('/summarize missing.html', 'shorter', 'help', '');
  expect(out).toContain('There is no file “missing.html”');
  expect(out).toContain('I do not keep that article any longer');
  expect(out).toContain('I turn an article into a few bullets');
  expect(exitCode).toBe(0);
});
