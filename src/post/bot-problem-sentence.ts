import type { BotProblem } from './bot-problem.ts';
import { waitInWords } from './in-words.ts';
import { printableName } from './printable.ts';
import { problemSentence } from './problem-sentence.ts';

/** The one sentence that a person in a chat reads for a problem: what happened and what to do. */
export function botProblemSentence(problem: BotProblem): string {
  switch (problem.code) {
    case 'nothing-to-read':
      return 'I found nothing to read there: give me a link, a file, or the text of an article.';
    case 'message-withheld':
      return 'I am not shown what that message says; use “Summarize” from its menu, or send me the link yourself.';
    case 'message-gone':
      return 'That message is gone, or I may not read its channel; send me the link yourself.';
    case 'blocked-site':
      return `Whoever runs me here keeps me off ${printableName(problem.host)}.`;
    case 'channel-not-allowed':
      return 'Whoever runs me here does not want me in this channel; try another one.';
    case 'limit-reached':
      return problem.of === 'person'
        ? `You have asked for as much as one person may in an hour (the setting bot.limits.requestsPerPersonAnHour); ask again in ${waitInWords(problem.waitMs)}.`
        : `That is as much as I may read here in a day (the setting bot.limits.requestsPerPlaceADay); ask again in ${waitInWords(problem.waitMs)}.`;
    case 'queue-full':
      return 'I have as much to do as I can take at the moment; ask again in a minute.';
    case 'restarted':
      return 'I was restarted while I worked on this; ask again.';
    case 'shutting-down':
      return 'I am being restarted; ask again in a minute.';
    case 'no-longer-kept':
      return 'I do not keep that article any longer; ask for its summary again.';
    case 'not-yours':
      return 'Only whoever asked for this, or a moderator, can delete it.';
    case 'no-such-digest':
      return `There is no digest “${printableName(problem.name)}” here; /digest list shows those that are.`;
    case 'no-digests':
      return 'There are no digests here yet; /digest create makes the first.';
    case 'digest-not-allowed':
      return problem.name === undefined
        ? 'You may not have digests posted in that channel; ask somebody who manages it.'
        : `You may not change “${printableName(problem.name)}”; ask whoever made it, or somebody who manages its channel.`;
    case 'digest-in-file':
      return `“${printableName(problem.name)}” stands in the file of digests; whoever runs me changes it there.`;
    case 'digest-name-taken':
      return `There is a digest “${printableName(problem.name)}” here already; choose another name.`;
    case 'digest-outdated':
      return `Somebody else has changed “${printableName(problem.name)}” meanwhile; look at it with /digest show and try again.`;
    case 'too-many-digests':
      return `There are ${problem.limit} digests here already, and no more are kept; remove one first.`;
    case 'draft-gone':
      return 'That waits for an answer no longer; ask for it again.';
    case 'fault':
      return 'Something went wrong with this, and it is my fault; ask again, and tell whoever runs me if it happens twice.';
    default:
      return problemSentence(problem);
  }
}
