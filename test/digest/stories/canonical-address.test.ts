import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalAddress } from '../../../src/digest/stories/canonical-address.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 5000 : 300;

describe('variants of an address', () => {
  const plain = 'https://quayecho.example/news/eels';

  it.each([
    ['http', 'http://quayecho.example/news/eels'],
    ['www', 'https://www.quayecho.example/news/eels'],
    ['a slash at the end', 'https://quayecho.example/news/eels/'],
    ['a default port', 'https://quayecho.example:443/news/eels'],
    ['capitals in the host', 'https://QuayEcho.example/news/eels'],
    ['a fragment', 'https://quayecho.example/news/eels#comments'],
    ['tracking', 'https://quayecho.example/news/eels?utm_source=rss&utm_medium=feed&fbclid=x1'],
    ['where the reader came from', 'https://quayecho.example/news/eels?ref=newsletter'],
    ['a mobile face', 'https://m.quayecho.example/news/eels'],
    ['AMP behind', 'https://quayecho.example/news/eels/amp/'],
    ['AMP in front', 'https://amp.quayecho.example/amp/news/eels?amp=1'],
    ['a default file', 'https://quayecho.example/news/eels/index.html'],
    ['escapes that need not be', 'https://quayecho.example/news/%65els'],
  ])('are one with %s', (_, address) => {
    expect(canonicalAddress(address)).toBe(canonicalAddress(plain));
  });

  it('are one whatever order their parameters have', () => {
    expect(canonicalAddress('https://a.example/?b=2&a=1')).toBe(
      canonicalAddress('https://a.example/?a=1&b=2'),
    );
  });
});

describe('addresses of two articles', () => {
  it.each([
    ['an id', 'https://a.example/story?id=1', 'https://a.example/story?id=2'],
    ['a page', 'https://a.example/story', 'https://a.example/story?page=2'],
    ['a referrer that is a slug', 'https://a.example/s?src=eels', 'https://a.example/s?src=cod'],
    ['letter case of the path', 'https://a.example/AbC', 'https://a.example/abc'],
    ['a subdomain', 'https://north.a.example/story', 'https://south.a.example/story'],
    ['a site called m', 'https://m.example/story', 'https://example/story'],
    ['a port', 'https://a.example:8080/story', 'https://a.example/story'],
    ['a route behind the hash', 'https://a.example/#!/story/1', 'https://a.example/#!/story/2'],
    [
      'a path that only starts with amp',
      'https://a.example/amplifiers',
      'https://a.example/lifiers',
    ],
    ['an article about AMP', 'https://a.example/amp', 'https://a.example/'],
    ['a repeated parameter', 'https://a.example/?t=1&t=2', 'https://a.example/?t=2&t=1'],
    ['an escaped slash', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
  ])('stay two that differ in %s', (_, one, other) => {
    expect(canonicalAddress(one)).not.toBe(canonicalAddress(other));
  });
});

describe('what is no web address', () => {
  it.each([
    '',
    'eels',
    'mailto:a@b.example',
    'javascript:alert(1)',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('has no canonical form: %.30s', (address) => {
    expect(canonicalAddress(address)).toBeUndefined();
  });

  it('does not throw, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (address) => {
          const canonical = canonicalAddress(address);
          // Once canonical, always canonical.
          if (canonical !== undefined)
            expect(canonicalAddress(`https://${canonical}`)).toBe(canonical);
        },
      ),
      { seed: 505, numRuns },
    );
  });
});
