import type { DigestPlan, Form, FormAbout, FormField } from '../../ports/digest.ts';
import { MAX_SCHEDULE_CHARS } from '../schedule/schedule.ts';
import { MAX_NAME_CHARS, MAX_STORIES, type PlanBase } from './draft-plan.ts';

/** Slack's for one field of a form; Discord's is larger. */
const MAX_LINES_CHARS = 3000;
const MAX_ZONE_CHARS = 60;

/** The form for a digest, filled with what is known of it. */
export function digestForm(about: FormAbout, plan: PlanBase): Form {
  return {
    title: about.kind === 'create' ? 'New digest' : 'Change a digest',
    submitLabel: 'Review',
    fields: fieldsOf(plan),
    about,
  };
}

function fieldsOf(plan: PlanBase): readonly FormField[] {
  const { name, sources = [], schedule, timezone, stories, include, exclude, channel } = plan;
  return [
    {
      name: 'name',
      label: 'Name',
      hint: 'For example: Morning news',
      isRequired: true,
      shape: { kind: 'line', maxChars: MAX_NAME_CHARS },
      ...valueOf(name),
    },
    {
      name: 'source',
      label: 'Feeds or sites, a line each',
      hint: 'For example: https://example.com/feed.xml',
      isRequired: true,
      shape: { kind: 'lines', maxChars: MAX_LINES_CHARS },
      ...valueOf(sources.join('\n')),
    },
    {
      name: 'schedule',
      label: 'When',
      hint: 'For example: weekdays at 9:00',
      isRequired: true,
      shape: { kind: 'line', maxChars: MAX_SCHEDULE_CHARS },
      ...valueOf(schedule),
    },
    {
      name: 'timezone',
      label: 'Time zone',
      hint: 'For example: Europe/Berlin',
      isRequired: true,
      shape: { kind: 'line', maxChars: MAX_ZONE_CHARS },
      ...valueOf(timezone),
    },
    {
      name: 'stories',
      label: 'Stories at most',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: Array.from({ length: MAX_STORIES }, (_, at) => {
          const value = String(at + 1);
          return { label: value, value };
        }),
      },
      value: String(stories),
    },
    {
      name: 'channel',
      label: 'Channel',
      isRequired: true,
      shape: { kind: 'channel' },
      value: channel,
    },
    ...phraseFields({ include, exclude }),
    ...choiceFields(plan),
  ];
}

function phraseFields({
  include,
  exclude,
}: Pick<DigestPlan, 'include' | 'exclude'>): readonly FormField[] {
  const shape = { kind: 'line', maxChars: MAX_LINES_CHARS } as const;
  const hint = 'Words or phrases with commas between them';
  const base = { hint, isRequired: false, shape } as const;
  return [
    { ...base, name: 'include', label: 'Only stories with', ...valueOf(include.join(', ')) },
    { ...base, name: 'exclude', label: 'No stories with', ...valueOf(exclude.join(', ')) },
  ];
}

function choiceFields({
  length,
  missed,
  whenNothing,
}: Pick<DigestPlan, 'length' | 'missed' | 'whenNothing'>): readonly FormField[] {
  return [
    {
      name: 'length',
      label: 'Summaries in the thread',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: [
          { label: 'brief', value: 'brief' },
          { label: 'standard', value: 'standard' },
          { label: 'detailed', value: 'detailed' },
        ],
      },
      value: length,
    },
    {
      name: 'missed',
      label: 'When I was down at that time',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: [
          { label: 'Make up for the latest', value: 'latest' },
          { label: 'Leave it out', value: 'skip' },
        ],
      },
      value: missed,
    },
    {
      name: 'nothing',
      label: 'When there is nothing new',
      isRequired: true,
      shape: {
        kind: 'choice',
        choices: [
          { label: 'Say nothing', value: 'silence' },
          { label: 'Say so', value: 'say' },
        ],
      },
      value: whenNothing,
    },
  ];
}

function valueOf(value: string | undefined): { readonly value?: string } {
  return value === undefined || value === '' ? {} : { value };
}
