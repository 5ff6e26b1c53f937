/** Who asked for a run and is told what became of it; nobody once it has ended. */
export const digestRunAsker: readonly string[] = [
  `alter table digest_runs add column asked_by text`,
];
