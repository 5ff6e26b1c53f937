/** What a person reads where pieces of an answer are too long for any message of the platform. */
export function leftOutSentence(count: number, platform: string): string {
  const what = count === 1 ? 'One piece is' : `${count} pieces are`;
  return `${what} too long to be shown whole on ${platform}, and left out.`;
}
