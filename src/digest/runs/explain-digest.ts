import type {
  DigestExplanation,
  ExplainedStory,
  LeftOutBecause,
} from '../../post/digest/digest-explanation.ts';
import type { Story } from '../stories/gather-stories.ts';
import type { Choice } from '../stories/pick-stories.ts';
import { reportOf } from './compose-deliveries.ts';
import type { MadeDigest } from './make-digest.ts';

/** Why the stories of a digest are those, and why no others. */
export function explainDigest(made: MadeDigest): DigestExplanation {
  const { stories, dropped, picks, olderReports } = made;
  const tried = new Set([
    ...stories.map(({ choice }) => choice),
    ...dropped.map(({ choice }) => choice),
  ]);
  const unused = [...picks.picked, ...picks.reserve].filter((choice) => !tried.has(choice));
  return {
    stories: [
      ...stories.map(({ choice }) => explained(choice.story, { worth: choice.because })),
      ...dropped.map(({ choice, because }) =>
        explained(choice.story, { because: { kind: because }, worth: choice.because }),
      ),
      ...unused.map(unusedStory),
      ...picks.left.map(({ story, because }) =>
        explained(story, {
          because,
          ...(because.kind === 'less-worth' ? { worth: because.worth } : {}),
        }),
      ),
    ],
    olderReports,
    sources: reportOf(made).sources,
  };
}

/** A reserve that nobody needed. */
function unusedStory({ story, because: worth }: Choice): ExplainedStory {
  return explained(story, { because: { kind: 'less-worth', worth }, worth });
}

function explained(
  { lead, alsoIn }: Story,
  why: {
    readonly because?: LeftOutBecause;
    readonly worth?: NonNullable<ExplainedStory['worth']>;
  },
): ExplainedStory {
  return {
    title: lead.title,
    ...(lead.url === undefined ? {} : { url: lead.url }),
    source: lead.source,
    alsoIn: alsoIn.map(({ source }) => source),
    verdict: why.because === undefined ? 'chosen' : 'left-out',
    ...why,
  };
}
