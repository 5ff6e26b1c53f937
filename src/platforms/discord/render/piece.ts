/** What is never divided: some lines of an embed's description, in Markdown. */
export interface Piece {
  readonly kind: 'line' | 'heading' | 'bullet' | 'example' | 'quote' | 'small';
  readonly markdown: string;
}

/** What stands between two pieces: the items of a list follow each other, all else is set apart. */
export function jointOf(before: Piece, piece: Piece): '\n' | '\n\n' {
  if (before.kind === 'heading') return '\n';
  if (piece.kind === 'example') return '\n';
  const isRun = piece.kind === before.kind && (piece.kind === 'bullet' || piece.kind === 'small');
  return isRun ? '\n' : '\n\n';
}
