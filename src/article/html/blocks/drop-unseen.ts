import { isHoverCard } from './is-hover-card.ts';

/** Text that was in the document and nobody sees. */
export interface Unseen {
  readonly text: string;
  /** How many text nodes that are seen and not blank stood before it. */
  readonly textsBefore: number;
}

/** Elements that hold no prose a reader sees: code, graphics, controls, fall-backs. */
const MUTE_TAGS = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH CANVAS IFRAME OBJECT EMBED APPLET VIDEO AUDIO MAP ' +
    'SELECT BUTTON INPUT TEXTAREA DATALIST OPTION PROGRESS METER DIALOG FRAME FRAMESET LINK META'
  ).split(' '),
);

/** Class names by which style sheets everywhere hide text from the eye. */
const UNSEEN_CLASSES = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
  'screen-reader-only',
  'screenreader-only',
  'a11y-hidden',
  'u-visually-hidden',
  'u-hidden-visually',
]);

const ELEMENT = 1;
const TEXT = 3;

/**
 * Takes out of the document whatever a reader of the page does not see, and returns the text that was hidden.
 * `hiddenNames` are the class names (`.x`) and ids (`#x`) that the page's own style sheet hides.
 */
export function dropUnseen(root: Element, hiddenNames: ReadonlySet<string>): readonly Unseen[] {
  const hidden: Unseen[] = [];
  let textsBefore = 0;
  const visit = (element: Element): void => {
    let child = element.firstChild;
    while (child !== null) {
      const next: ChildNode | null = child.nextSibling;
      if (child.nodeType === ELEMENT) {
        const below = child as Element;
        if (isMute(below) || isHoverCard(below)) {
          below.remove();
        } else if (isHidden(below, hiddenNames)) {
          const text = below.textContent.replace(/\s+/gu, ' ').trim();
          if (text !== '') hidden.push({ text, textsBefore });
          below.remove();
        } else {
          visit(below);
        }
      } else if (child.nodeType !== TEXT) {
        child.remove();
      } else if (isWorded(child)) {
        textsBefore += 1;
      }
      child = next;
    }
  };
  visit(root);
  return hidden;
}

/** Whether a text node has anything but white space: the ones that places are counted by. */
export function isWorded(text: Node): boolean {
  return /\S/u.test(text.nodeValue ?? '');
}

function isMute(element: Element): boolean {
  return MUTE_TAGS.has(element.nodeName.toUpperCase());
}

function isHidden(element: Element, hiddenNames: ReadonlySet<string>): boolean {
  // Scripts show such a page once it is ready; hiding all of it tells nothing apart.
  if (element.nodeName === 'BODY') return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style !== null && hidesByStyle(style)) return true;
  const classes = element.getAttribute('class');
  if (classes !== null) {
    for (const name of classes.split(/\s+/u)) {
      if (UNSEEN_CLASSES.has(name) || (hiddenNames.size > 0 && hiddenNames.has(`.${name}`)))
        return true;
    }
  }
  if (hiddenNames.size === 0) return false;
  const id = element.getAttribute('id');
  return id !== null && hiddenNames.has(`#${id}`);
}

/** A declaration that leaves nothing to see: not displayed, invisible, transparent, of no size, or far off the page. */
const HIDING = [
  /(?:^|;)display:none/u,
  /(?:^|;)visibility:(?:hidden|collapse)/u,
  /(?:^|;)opacity:0?\.?0+(?:%|!|;|$)/u,
  /(?:^|;)font-size:0*\.?0+(?:[a-z%]{0,4})(?:!|;|$)/u,
  /(?:^|;)(?:max-)?height:0(?:px|em|rem|%)?(?:!|;|$)(?=.*overflow:hidden|.*overflow-y:hidden)/u,
  /(?:^|;)overflow(?:-y)?:hidden(?=.*;(?:max-)?(?:height|width):0(?:px|em|rem|%)?(?:!|;|$))/u,
  /(?:^|;)(?:max-)?width:0(?:px|em|rem|%)?(?:!|;|$)(?=.*overflow:hidden)/u,
  /(?:^|;)text-indent:-\d{3,}/u,
  /(?:^|;)(?:left|top|right|margin-left|margin-top):-\d{4,}/u,
  /(?:^|;)clip:rect\((?:0|1px)/u,
  /(?:^|;)clip-path:inset\((?:50|100)%/u,
  /(?:^|;)transform:scale[xy]?\(0\)/u,
  /(?:^|;)color:transparent/u,
];

const MAX_STYLE_CHARS = 2000;

/** Says whether a style attribute (or a rule's declarations) hides its element. */
export function hidesByStyle(style: string): boolean {
  const plain = style.slice(0, MAX_STYLE_CHARS).replace(/\s+/gu, '').toLowerCase();
  return HIDING.some((pattern) => pattern.test(plain));
}
