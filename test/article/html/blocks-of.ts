import type { Block } from '../../../src/article/html/blocks/page-blocks.ts';
import { pageBlocks } from '../../../src/article/html/blocks/page-blocks.ts';
import { documentOf } from './document-of.ts';

/** The blocks of a page that has this body. */
export function blocksOf(body: string): readonly Block[] {
  return pageBlocks(documentOf(body));
}

/** The one block of a page that has this body. */
export function blockOf(body: string): Block {
  const [block, ...more] = blocksOf(body);
  if (block === undefined || more.length > 0) throw new Error(`This is not one block: ${body}`);
  return block;
}
