/** What was cut from the page around an article; null where that is not kept. */
export const cutsColumn: readonly string[] = [`alter table articles add column cuts text`];
