import { findNeeds } from '../../../../src/summary/bullets/references/find-needs.ts';
import type { Need } from '../../../../src/summary/bullets/references/need.ts';
import { findForms, renderForm } from '../../../../src/summary/bullets/form.ts';
import { inventedStory, lastLine } from '../invented-story.ts';

/** What the last sentence needs, where it stands behind the others. */
export function needsOf(sentences: readonly string[], language = 'en'): readonly Need[] {
  const story = inventedStory([sentences.join(' ')], { language });
  const line = lastLine(story);
  return findNeeds(story, line, { kept: line.tokens, resolved: new Set() });
}

/** The kinds of it, and why it can be no bullet. */
export function kindsOf(sentences: readonly string[], language = 'en'): readonly string[] {
  return needsOf(sentences, language).map((need) =>
    need.kind === 'never' ? `never: ${need.because}` : need.kind,
  );
}

/** The last sentence as a bullet below nothing. */
export function bulletOf(text: string, language: string): string | undefined {
  const story = inventedStory([text], { language });
  const [form] = findForms(story, lastLine(story));
  return form && renderForm(story, form, { people: new Set(), stems: new Set() }).text;
}
