import type { PageElement } from './metadata.ts';
import { agreement, foldTitle } from './same-words.ts';
import { isSiteName, withoutSite } from './site-title.ts';

export const MAX_TITLE_CHARS = 300;

export interface HeadingText {
  readonly element: PageElement;
  readonly text: string;
  readonly level: 1 | 2;
  /** Stands in a sidebar, a footer, a list of other stories, or is hidden. */
  readonly isAside: boolean;
}

export interface TitleSources {
  /** What the page's data call the headline, most trusted first. */
  readonly data: readonly string[];
  /** The text of the `title` element. */
  readonly document: string;
  readonly headings: readonly HeadingText[];
  readonly siteKeys: readonly string[];
}

export interface ChosenTitle {
  readonly title: string;
  /** The heading that shows it. */
  readonly headline?: PageElement;
}

/** The headline as a reader sees it, when the page's data agree that it is one; else as the data have it. */
export function chooseTitle(sources: TitleSources): ChosenTitle {
  const shown = sources.headings.map(({ text }) => text);
  const strip = (text: string): string => withoutSite(text, sources.siteKeys, shown);
  const said = [...sources.data, sources.document].filter((text) => text !== '').map(strip);
  const usable = sources.headings.filter(
    ({ text }) => text !== '' && !isSiteName(text, sources.siteKeys),
  );
  const rated = usable
    .map((heading, order) => ({ heading, order, score: headingScore(heading, said) }))
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const best = rated[0];
  if (best !== undefined && best.score >= (best.heading.level === 1 ? 0.5 : 0.8)) {
    return { title: strip(best.heading.text), headline: best.heading.element };
  }
  const onlyH1 = usable.filter(({ level, isAside }) => level === 1 && !isAside);
  const data = said.find((text) => !isSiteName(text, sources.siteKeys));
  if (data !== undefined)
    return { title: data, ...(onlyH1[0] === undefined ? {} : { headline: onlyH1[0].element }) };
  if (onlyH1[0] !== undefined) return { title: onlyH1[0].text, headline: onlyH1[0].element };
  return { title: said[0] ?? usable[0]?.text ?? '' };
}

/** How well a heading fits what the data say; a heading that is only a small part of it fits badly. */
function headingScore(heading: HeadingText, said: readonly string[]): number {
  const length = foldTitle(heading.text).length;
  const fits = said.map((text) => {
    const ratio = length / Math.max(1, foldTitle(text).length);
    const share = agreement(heading.text, text);
    return ratio < 0.35 || ratio > 4 ? share / 3 : share * Math.min(1, 0.5 + ratio);
  });
  const score = Math.max(0, ...fits);
  return score - (heading.isAside ? 0.15 : 0) - (heading.level === 1 ? 0 : 0.1);
}
