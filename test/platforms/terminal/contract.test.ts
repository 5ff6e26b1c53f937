import { createFakeCore } from '../fake-core.ts';
import { PassThrough, Writable } from 'node:stream';
import { createTerminal } from '../../../src/platforms/terminal/create-terminal.ts';
import { describePlatform, type PlatformRig } from '../contract.ts';

describePlatform('a terminal', async (): Promise<PlatformRig> => {
  const printed: string[] = [];
  const input = new PassThrough();
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed.push(chunk.toString());
      done();
    },
  });
  const platform = createTerminal({
    input,
    output,
    look: undefined,
    run: 'contract',
    loadFile: () => Promise.reject(new Error('nobody asks for a file here')),
  });
  await platform.start(createFakeCore());
  let asked = 0;
  return {
    platform,
    ask: () => {
      asked += 1;
      const address = { line: `contract/${asked}` };
      return Promise.resolve({ platform: 'terminal', address, showsWaiting: true });
    },
    // A terminal is one place.
    read: () => printed,
    canChange: false,
    broken: () => [],
    close: () => platform.stop(),
  };
});
