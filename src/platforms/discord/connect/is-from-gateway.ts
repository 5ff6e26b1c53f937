/** Whether an error was thrown within discord.js' gateway code: by its stack, for it has no class of its own. */
export function isFromGateway(error: unknown): boolean {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /[\\/]node_modules[\\/](?:@discordjs[\\/]ws|discord\.js[\\/]src[\\/]client[\\/]websocket)[\\/]/u.test(
    stack,
  );
}
