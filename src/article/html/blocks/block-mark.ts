/** The attribute that carries a block's index through Readability, which moves elements but keeps their attributes. */
export const BLOCK_MARK = 'data-nutgraf-block';
