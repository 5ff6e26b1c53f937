import type { Feed, FeedItem } from '../../src/ports/feed.ts';

/** Invented stories that have nothing in common. */
const SUBJECTS = [
  [
    'Eels return to the harbour of Ostvik',
    'Eels have returned to the harbour of Ostvik after eleven years, the fishery office said on Monday.',
    'They came up the channel like a rope that somebody pulls',
  ],
  [
    'Luleby sells its last tram to a museum',
    'The town of Luleby has sold its last tram to a museum for one crown, the council announced on Monday.',
    'Nobody wanted to be the one who scraps it',
  ],
  [
    'A bakery in Norrfors feeds its oven with coffee grounds',
    'A bakery in Norrfors has heated its oven with coffee grounds since March and saves nine tonnes of wood a year.',
    'The bread does not taste of it, and we have tried',
  ],
  [
    'Violin maker finds wood under a railway bridge',
    'A violin maker from Sandö has built four violins from spruce that lay under a railway bridge for a century.',
    'It sounds as if it had waited for this',
  ],
  [
    'Chess club wins its case about the park tables',
    'The chess club of Hagaby may go on playing at the stone tables in the park, a court ruled on Monday.',
    'We would have played on the steps of the court',
  ],
  [
    'Glacier lake is measured by students in canoes',
    'Students in canoes have measured the new lake below the Kvikk glacier and found it forty metres deep.',
    'The echo sounder was cheaper than the canoe',
  ],
] as const;

export const STORIES = SUBJECTS.length;

export function storyTitle(index: number): string {
  return SUBJECTS[index]?.[0] ?? '';
}

/** The page of a story: three bullets and a quote. */
export function storyPage(index: number, canonical?: string): string {
  const [title, lede, quote] = SUBJECTS[index] ?? ['', '', ''];
  const link = canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${link}
<meta property="og:site_name" content="The Quay Post"></head><body><article><h1>${title}</h1>
<p>${lede}</p>
<p>“${quote},” said Tilde Brask, who has followed it for the county since ${2001 + index}.</p>
<p>The county pays ${index + 3} million crowns a year for projects of this kind, and it has promised to go on until the end of the decade.</p>
<p>Critics in the assembly had asked for a report by ${index + 2} independent experts, which is to be published in September.</p>
<p>Neighbours have followed the work from their windows since the winter, and many of them came to the ceremony with cake.</p>
</article></body></html>`;
}

export function storyItem(index: number, url: string, publishedAtMs: number): FeedItem {
  const [title, lede] = SUBJECTS[index] ?? ['', ''];
  return { id: url, url, title, text: lede, publishedAtMs, authors: [], position: index };
}

export function feedOf(title: string, items: readonly FeedItem[]): Feed {
  return { title, items: items.map((item, position) => ({ ...item, position })) };
}
