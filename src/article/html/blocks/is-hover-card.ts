const ELEMENT = 1;
const TEXT = 3;

/** A card is small; and whoever nests a thousand elements must not have each of them searched. */
const MAX_NODES = 80;
const MIN_LINKS = 2;

/**
 * A card that opens over a link when it is pointed at: right behind the link, a picture and more links, and no word outside
 * them.
 */
export function isHoverCard(element: Element): boolean {
  if (element.nodeName.toUpperCase() !== 'SPAN') return false;
  if (element.previousSibling?.nodeName.toUpperCase() !== 'A') return false;
  const found = { nodes: 0, images: 0, links: 0, words: 0 };
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      found.nodes += 1;
      if (found.nodes > MAX_NODES || found.words > 0) return;
      if (child.nodeType === TEXT && /\S/u.test(child.nodeValue ?? '')) found.words += 1;
      if (child.nodeType !== ELEMENT) continue;
      const name = child.nodeName.toUpperCase();
      if (name === 'IMG') found.images += 1;
      if (name === 'A') found.links += 1;
      else visit(child);
    }
  };
  visit(element);
  const isCard = found.images > 0 && found.links >= MIN_LINKS;
  return isCard && found.words === 0 && found.nodes <= MAX_NODES;
}
