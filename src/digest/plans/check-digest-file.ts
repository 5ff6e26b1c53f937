import type { DigestHabits } from '../../config/bot-config.ts';
import type { DigestFile } from '../../config/read-digest-file.ts';
import type { Check } from '../../ports/chat-platform.ts';
import { readFilePlans } from './read-file-plans.ts';

export interface DigestFileCheck {
  /** As people see the file named. */
  readonly name: string;
  /** Absent where there is no file, which is fine. */
  readonly file: DigestFile | undefined;
  readonly habits: DigestHabits;
  /** Those that are set up. */
  readonly platforms: readonly string[];
}

/** What `doctor` tells about the file of digests: how many stand there, or each thing that is wrong and its line. */
export function checkDigestFile({
  name,
  file,
  habits,
  platforms,
}: DigestFileCheck): readonly Check[] {
  const what = 'digests of the file';
  if (file === undefined)
    return [{ what, outcome: { status: 'good', detail: `none, there is no ${name}` } }];
  const { plans, faults } =
    file.status === 'read' ? readFilePlans(file.digests, habits) : { plans: [], ...file };
  const homeless = plans.filter(({ plan }) => !platforms.includes(plan.platform));
  if (faults.length === 0 && homeless.length === 0)
    return [{ what, outcome: { status: 'good', detail: `${plans.length} in ${name}` } }];
  return [
    ...faults.map((fault): Check => ({ what, outcome: { status: 'bad', mend: fault, without } })),
    ...homeless.map(({ plan, at }): Check => ({
      what,
      outcome: {
        status: 'bad',
        mend: `${at}: ${plan.platform} is not set up; “nutgraf setup ${plan.platform}” says how, or take the digest out`,
        without: `the digest “${plan.name}”`,
      },
    })),
  ];
}

const without = 'every change of the file: what a bot took up before goes on as it was';
