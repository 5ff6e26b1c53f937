/** The rule that cuts each block, by the block's index; undefined where it stays. Filled in step by step. */
export type Cuts = (string | undefined)[];
