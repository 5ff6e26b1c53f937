import type { DigestRun, RunStatus } from '../../ports/digest-store.ts';

const OUTCOMES: Readonly<Record<RunStatus, string>> = {
  open: 'is under way',
  picked: 'is being posted',
  posted: 'posted',
  nothing: 'nothing new',
  missed: 'missed: I was down, and it was too late to make up for it',
  unknown: 'nobody can tell whether all of it was posted, so it was not posted again',
  failed: 'not posted',
};

/** What became of one time: `Mon 30 Nov 2026, 09:00 (Europe/Berlin): 5 stories posted, on request`. */
export function runLine({ status, kind, report }: DigestRun, at: string): string {
  const stories = report?.stories.length ?? 0;
  const faulty = (report?.sources ?? []).filter(({ fault }) => fault !== undefined).length;
  const count = stories === 1 ? 'one story' : `${stories} stories`;
  const outcome = stories === 0 || status !== 'posted' ? OUTCOMES[status] : `${count} posted`;
  const facts = [
    kind === 'extra' ? `${outcome}, on request` : outcome,
    ...(faulty === 0
      ? []
      : [faulty === 1 ? 'one source could not be read' : `${faulty} sources could not be read`]),
  ];
  return `${at}: ${facts.join('; ')}`;
}
