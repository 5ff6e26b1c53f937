import type { Form } from '../../../src/ports/digest.ts';
import type { DigestRequest } from '../../../src/ports/request.ts';
import type { OptionValue } from '../../protocol/discord/people/fill-options.ts';
import type { Invocation } from '../../protocol/discord/people/invocation.ts';
import { standing } from './conversation.ts';
import type { Started } from './start-discord.ts';

/** A form of a digest as the core gives it. */
export const form: Form = {
  title: 'New digest',
  submitLabel: 'Look at it',
  about: { kind: 'create' },
  fields: [
    { name: 'name', label: 'Name', hint: 'Morning', isRequired: true, shape: line(60) },
    {
      name: 'source',
      label: 'Feeds',
      isRequired: true,
      shape: { kind: 'lines', maxChars: 3000 },
      value: 'https://quay.example/feed',
    },
    { name: 'schedule', label: 'When', isRequired: true, shape: line(200) },
    { name: 'timezone', label: 'Zone', isRequired: true, shape: line(60), value: 'Asia/Tokyo' },
    {
      name: 'stories',
      label: 'Stories',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: [
          { label: 'Three', value: '3' },
          { label: 'Five', value: '5' },
        ],
      },
      value: '5',
    },
    { name: 'include', label: 'Only with', isRequired: false, shape: line(3000) },
  ],
};

function line(maxChars: number) {
  return { kind: 'line', maxChars } as const;
}

/** Anna types a command of digests. */
export function digest(
  { server }: Started,
  subcommand: string,
  options: Readonly<Record<string, OptionValue>> = {},
): Invocation {
  const { anna: user, channel } = server;
  return server.slash({ command: 'digest', subcommand, options, user, channel });
}

/** What came of it. */
export async function asked({ core }: Started, index = 0): Promise<DigestRequest> {
  const request = await core.request(index);
  if (request.kind !== 'digest') throw new Error(request.kind);
  return request;
}

/** Anna clicks a button of the latest message that has it. */
export function clickOn(bot: Started, label: string): Invocation {
  const message = standing(bot).findLast(({ buttons }) =>
    buttons.some((one) => one.label === label),
  );
  const customId = message?.buttons.find((one) => one.label === label)?.customId;
  if (message === undefined || customId === undefined) throw new Error(`no button ${label}`);
  return bot.server.click({ message, customId, user: bot.server.anna });
}
