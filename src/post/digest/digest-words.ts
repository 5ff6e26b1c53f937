/** What can be said behind `/digest` where it is typed, and what it does. */
export const DIGEST_WORDS = [
  { word: 'create', isNamed: false, does: 'make a digest for this channel or another' },
  { word: 'list', isNamed: false, does: 'all digests here' },
  { word: 'show', isNamed: true, does: 'what it is, and what became of its last times' },
  { word: 'preview', isNamed: true, does: 'what it would post now, for you alone' },
  { word: 'edit', isNamed: true, does: 'change it' },
  { word: 'run', isNamed: true, does: 'post it now' },
  { word: 'pause', isNamed: true, does: 'let it rest' },
  { word: 'resume', isNamed: true, does: 'let it go on' },
  { word: 'remove', isNamed: true, does: 'end it for good' },
] as const;

export type DigestWord = (typeof DIGEST_WORDS)[number]['word'];
