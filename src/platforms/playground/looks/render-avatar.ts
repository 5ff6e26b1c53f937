import { markup, type Markup } from './markup.ts';

/** Nutgraf's picture: a nut, and in it the sign of a paragraph. Decoration, for the name stands beside it. */
export function renderBotAvatar(): Markup {
  return markup`<svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" fill="#1f4257" />
    <path d="M20 5.5 32.6 12.7v14.6L20 34.5 7.4 27.3V12.7Z" fill="#f0b45c" stroke="#f0b45c" stroke-width="3" stroke-linejoin="round" />
    <circle cx="20" cy="20" r="9.8" fill="#1f4257" />
    <path d="M19.4 14.2h5.2v1.8h-1V26h-1.900V16h-1.3v10h-1.900v-5.2a3.3 3.3 0 0 1 0-6.600Z" fill="#fff" />
  </svg>`;
}

/** Colours that white letters can be read on. */
const COLORS = ['#5b6b3a', '#7a4b8c', '#2f6f8f', '#9a4b3c', '#3d6b5c'] as const;

/** A person's picture: the first letter of the name on a colour of its own. */
export function renderPersonAvatar(name: string): Markup {
  const [first] = new Intl.Segmenter('en').segment(name.trim());
  const letter = first?.segment.toUpperCase() ?? '?';
  const sum = Array.from(name).reduce((total, one) => total + (one.codePointAt(0) ?? 0), 0);
  return markup`<svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" fill="${COLORS[sum % COLORS.length] ?? COLORS[0]}" />
    <text x="20" y="27" text-anchor="middle" font-size="19" font-weight="600" fill="#fff">
      ${letter}
    </text>
  </svg>`;
}
