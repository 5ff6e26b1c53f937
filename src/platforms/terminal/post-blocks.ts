import type { Part, Post, Section } from '../../post/post.ts';
import { printableBlocks, type Block } from './block.ts';

/** A post as lines of text; buttons have no place in a terminal. */
export function postBlocks({ sections }: Pick<Post, 'sections'>): readonly Block[] {
  return printableBlocks(sections.flatMap(sectionBlocks));
}

function sectionBlocks({ title, about, parts, notes }: Section): readonly Block[] {
  return [
    ...(title === undefined ? [] : [{ role: 'title', text: title.text } as const]),
    ...(about === undefined ? [] : [{ role: 'about', text: about } as const]),
    ...parts.flatMap(partBlocks),
    ...notes.map((text): Block => ({ role: 'remark', text })),
  ];
}

function partBlocks(part: Part): readonly Block[] {
  switch (part.kind) {
    case 'text':
    case 'example':
      return [{ role: part.kind === 'text' ? 'paragraph' : 'example', text: part.text }];
    case 'heading':
    case 'bullet':
      return [{ role: part.kind, text: part.text }];
    case 'quote':
      return [
        { role: 'quote', text: part.text },
        ...(part.speaker === undefined ? [] : [{ role: 'speaker', text: part.speaker } as const]),
      ];
    case 'passage':
      return [
        { role: 'quote', text: part.text },
        { role: 'speaker', text: part.place },
      ];
  }
}
