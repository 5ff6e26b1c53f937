import {
  both,
  fault,
  flag,
  isoDate,
  isRecord,
  listAt,
  listOf,
  shape,
  text,
  webAddress,
  whole,
} from './shape.ts';
import type { Check } from './shape.ts';

const pictures = ['http:', 'https:', 'attachment:'];
const picture = shape({ url: webAddress(2048, pictures) }, ['url']);

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const embed = both(
  shape({
    title: text({ max: 256 }),
    type: text({ max: 32 }),
    description: text({ max: 4096 }),
    url: webAddress(2048),
    timestamp: isoDate,
    color: whole({ max: 0xffffff }),
    footer: shape({ text: text({ max: 2048 }), icon_url: webAddress(2048, pictures) }, ['text']),
    image: picture,
    thumbnail: picture,
    author: shape(
      { name: text({ max: 256 }), url: webAddress(2048), icon_url: webAddress(2048, pictures) },
      ['name'],
    ),
    fields: listOf(
      shape(
        { name: text({ min: 1, max: 256 }), value: text({ min: 1, max: 1024 }), inline: flag },
        ['name', 'value'],
      ),
      { max: 25 },
    ),
  }),
  (value, path) =>
    isRecord(value) &&
    embedChars(value) === 0 &&
    value['image'] === undefined &&
    value['thumbnail'] === undefined
      ? fault([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')
      : [],
);

const maxCharsOverAll = 6000;

export const checkEmbeds: Check = both(listOf(embed, { max: 10 }), (value, path) => {
  const chars = Array.isArray(value)
    ? value.reduce((sum: number, one: unknown) => sum + embedChars(one), 0)
    : 0;
  return chars > maxCharsOverAll
    ? fault(
        path,
        'MAX_EMBED_SIZE_EXCEEDED',
        `Embed size exceeds maximum size of ${maxCharsOverAll}`,
      )
    : [];
});

function embedChars(value: unknown): number {
  if (!isRecord(value)) return 0;
  const texts = [
    value['title'],
    value['description'],
    isRecord(value['footer']) ? value['footer']['text'] : undefined,
    isRecord(value['author']) ? value['author']['name'] : undefined,
    ...listAt(value, 'fields').flatMap((field) =>
      isRecord(field) ? [field['name'], field['value']] : [],
    ),
  ];
  return texts.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0);
}
