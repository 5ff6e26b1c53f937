import type { BotConfig } from './bot-config.ts';

/** Everything in the settings that opens something to whoever reads it: what no log may tell. */
export function secretsOf({
  discord,
  slack,
  playground,
  proxy,
}: Partial<BotConfig>): readonly string[] {
  const mode = slack?.mode;
  return [
    discord?.token,
    slack?.botToken,
    playground?.password,
    mode?.kind === 'socket' ? mode.appToken : mode?.signingSecret,
    passwordOf(proxy?.http),
    passwordOf(proxy?.https),
  ].filter((secret) => secret !== undefined && secret !== '') as readonly string[];
}

/** As it stands in the address: that is how it would be told. */
function passwordOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : URL.parse(address)?.password;
}
