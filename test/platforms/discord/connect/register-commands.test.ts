import { describe, expect, it } from '@jest/globals';
import { commands } from '../../../../src/platforms/discord/connect/commands.ts';
import { isSameCommands } from '../../../../src/platforms/discord/connect/register-commands.ts';
import { checkCommands } from '../../../protocol/discord/check/check-commands.ts';

/** As Discord tells of them: with ids, defaults and nothing where a list is empty. */
const stored = commands.map((command, index) => ({
  id: String(index),
  application_id: '1',
  version: '2',
  default_member_permissions: null,
  name_localizations: null,
  description: '',
  dm_permission: true,
  nsfw: false,
  ...command,
}));

describe('the commands', () => {
  it('are such as Discord takes', () => {
    expect(checkCommands(commands, [])).toEqual([]);
  });

  it('are the same in another order and with what Discord adds', () => {
    expect(isSameCommands(stored.toReversed(), commands)).toBe(true);
  });

  it.each([
    ['one is missing', stored.slice(1)],
    ['one is too many', [...stored, { type: 1, name: 'old', description: 'Old' }]],
    ['a description is another', stored.map((one) => ({ ...one, description: 'Other' }))],
    ['the contexts are others', stored.map((one) => ({ ...one, contexts: [0] }))],
    ['an option is gone', stored.map((one) => ({ ...one, options: [] }))],
    ['there are none', []],
  ])('are not the same where %s', (_what, list) => {
    expect(isSameCommands(list, commands)).toBe(false);
  });
});
