import { expect, it } from '@jest/globals';
import { findBlockedSite } from '../../src/bot/find-blocked-site.ts';

it.each([
  ['https://gossip.example/story', 'gossip.example'],
  ['https://GOSSIP.example./story', 'gossip.example'],
  ['https://mobile.gossip.example:8443/', 'mobile.gossip.example'],
])('%s is on a blocked site', (link, host) => {
  expect(findBlockedSite(link, ['gossip.example'])).toBe(host);
  expect(findBlockedSite(link, ['*.Gossip.example'])).toBe(host);
});

it.each(['https://notgossip.example/', 'https://gossip.example.org/', 'no link'])(
  '%s is not',
  (link) => {
    expect(findBlockedSite(link, ['gossip.example'])).toBeUndefined();
  },
);
