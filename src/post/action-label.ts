import type { Action } from './post.ts';

const LABELS: Readonly<Record<Action, string>> = {
  shorter: 'Shorter',
  longer: 'Longer',
  quotes: 'All quotes',
  sources: 'Where does this stand?',
  delete: 'Delete',
};

/** What a button says. */
export function actionLabel(action: Action): string {
  return LABELS[action];
}
