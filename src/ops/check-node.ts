import type { Check } from '../ports/chat-platform.ts';

/** From here on types are stripped and `node:sqlite` works without a warning. */
const LEAST_MAJOR = 24;
const LEAST_MINOR = 15;

/** Whether this Node can run the bot; `version` as `process.versions.node` has it. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR);
  return {
    what: 'Node.js',
    outcome: isNewEnough
      ? { status: 'good', detail: version }
      : {
          status: 'bad',
          mend: `install Node.js ${LEAST_MAJOR}.${LEAST_MINOR} or newer from https://nodejs.org; this is ${version}`,
          without: 'the bot: it does not run reliably',
        },
  };
}
