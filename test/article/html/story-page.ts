/** The paragraphs of an invented story. */
export const storyParagraphs: readonly string[] = [
  'The eels came back to Kelp Bay on Tuesday night, eleven years after the last of them had been counted under the old mill, and nobody had expected more than a dozen.',
  'By morning the wardens had written down four hundred and six, most of them no longer than a pencil, and had run out of room in the book that the parish keeps for the purpose.',
  '“I thought my lamp was broken,” said Tilde Brask, who has watched the sluice for thirty winters. “The whole floor of the pool was moving, and then it looked at me.”',
  'Why they returned is a matter of dispute. The mill was shut in the autumn and its wheel taken out, which opened the upper stream for the first time since the war.',
  'The council of Ostvik had voted against it twice, and paid for it in the end with money that had been meant for a car park behind the bathing house.',
  'Whether they will stay is another question, and one that the wardens do not like to be asked. The next count is in April, when the water is warm enough to stand in.',
];

export const storyTitle = 'Eels return to Kelp Bay';

export interface StoryPageParts {
  /** Inside the head. */
  readonly head?: string;
  /** Before the element that holds the story. */
  readonly before?: string;
  /** Between headline and story. */
  readonly above?: string;
  /** After the third paragraph. */
  readonly inside?: string;
  /** After the last paragraph, in the story's element. */
  readonly end?: string;
  /** After the element that holds the story. */
  readonly after?: string;
}

/** A page with the invented story and whatever else should stand in it. */
export function storyPage(parts: StoryPageParts = {}): string {
  const { head = '', before = '', above = '', inside = '', end = '', after = '' } = parts;
  const paragraphs = storyParagraphs.map((text) => `<p>${text}</p>`);
  return (
    `<!doctype html><html lang="en"><head><title>${storyTitle}</title>${head}</head><body>${before}` +
    `<main><article><h1>${storyTitle}</h1>${above}<div class="text">${paragraphs.slice(0, 3).join('')}` +
    `${inside}${paragraphs.slice(3).join('')}${end}</div></article></main>${after}</body></html>`
  );
}
