/** The last child of what `comes-whole` (globals.css): it is shown from the moment this has come. */
export function LastPiece({ as: Element = 'span' }: { as?: 'span' | 'li' }) {
  return <Element data-last="" hidden />;
}
