import type { Action } from './actions.ts';

const LABELS: Readonly<Record<Action, string>> = {
  shorter: 'Shorter',
  longer: 'Longer',
  quotes: 'All quotes',
  sources: 'Where does this stand?',
  delete: 'Delete',
  confirm: 'Yes, so it is',
  change: 'Change it',
  discard: 'No',
};

/** What a button says. */
export function actionLabel(action: Action): string {
  return LABELS[action];
}
