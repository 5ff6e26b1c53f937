import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10';

interface IntentFault {
  readonly code: GatewayCloseCodes;
  readonly what: string;
}

const known = Object.values(GatewayIntentBits)
  .filter((bit): bit is GatewayIntentBits => typeof bit === 'number')
  .reduce<number>((all, bit) => all | bit, 0);

/** Why a client with these intents is turned away. https://discord.com/developers/docs/events/gateway#privileged-intents */
export function findIntentFault(
  intents: unknown,
  messageContent: boolean,
): IntentFault | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~known) !== 0) {
    return { code: GatewayCloseCodes.InvalidIntents, what: 'Invalid intent(s).' };
  }
  const granted = messageContent ? GatewayIntentBits.MessageContent : 0;
  const privileged =
    GatewayIntentBits.GuildMembers |
    GatewayIntentBits.GuildPresences |
    GatewayIntentBits.MessageContent;
  return (intents & privileged & ~granted) === 0
    ? undefined
    : { code: GatewayCloseCodes.DisallowedIntents, what: 'Disallowed intent(s).' };
}
