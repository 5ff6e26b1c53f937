import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from '../../../src/article/fetch/public-address.ts';
import { resolveTarget } from '../../../src/article/fetch/resolve-target.ts';

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001::200e',
  '2001:4860:4860::8888',
  '2620:fe::fe',
];

const NOT_PUBLIC: readonly (readonly [string, readonly string[]])[] = [
  ['this network', ['0.0.0.0', '0.1.2.3', '::']],
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
  [
    'private',
    ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', 'fc00::1', 'fdff::1', 'fec0::1'],
  ],
  [
    'link-local, where clouds keep keys',
    ['169.254.169.254', 'fe80::1', 'febf::1', 'fe80::1%eth0', '2a00::1%1'],
  ],
  ['carrier NAT', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
  ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
  ['reserved', ['192.0.0.192', '240.0.0.1', '4000::1', '1::1', '100::1', '2001:1ff::1']],
  ['documentation', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
  ['benchmarking', ['198.18.0.1', '198.19.255.255', '2001:2::1']],
  ['relays', ['192.88.99.1', '192.52.193.1', '192.175.48.1', '2001:3::1', '5f00::1']],
  [
    'IPv4 mapped and compatible',
    ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '::8.8.8.8', '::ffff:0:8.8.8.8'],
  ],
  ['NAT64', ['64:ff9b::127.0.0.1', '64:ff9b::808:808', '64:ff9b:1::a00:1', '64:ff9b:1:ffff::1']],
  ['6to4 and Teredo', ['2002:7f00:1::', '2002:808:808::1', '2001::1', '2001:0:a00:1::']],
  ['ISATAP', ['2a00::5efe:10.0.0.1', '2a00::200:5efe:7f00:1']],
  ['inside a cloud', ['168.63.129.16']],
  [
    'no address',
    ['', 'localhost', '1', '0x8.8.8.8', '010.1.1.1', '8.8.8', '[::1]', '1.1.1.1.', '1.1.1.1 '],
  ],
];

describe('isPublicAddress', () => {
  it.each(PUBLIC)('knows %s as public', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  it.each(NOT_PUBLIC)('refuses %s', (_, ips) => {
    expect(ips.filter(isPublicAddress)).toEqual([]);
  });
});

/** Blocks of IPv4 that are not public, written down apart from the code. */
const IPV4_BLOCKS = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Any number of IPv4 in one of the blocks. */
const hiddenIpv4 = fc
  .record({ block: fc.constantFrom(...IPV4_BLOCKS), host: fc.nat({ max: 0xffffffff }) })
  .map(({ block, host }) => {
    const [network = '', bits = '32'] = block.split('/');
    const base = network.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
    return base + (host % 2 ** (32 - Number(bits)));
  });

function bytesOf(address: number): [number, number, number, number] {
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255];
}

const octal = (value: number): string => `0${value.toString(8)}`;
const hex = (value: number): string => `0x${value.toString(16)}`;
const FULLWIDTH = (text: string): string =>
  text.replaceAll(/[0-9a-fx]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
  );

/** How people who want past a guard write an IPv4 address in a link. */
const SPELLINGS: readonly ((address: number) => string)[] = [
  (address) => bytesOf(address).join('.'),
  (address) => `${bytesOf(address).join('.')}.`,
  (address) => String(address),
  (address) => hex(address),
  (address) => hex(address).toUpperCase().replace('X', 'x'),
  (address) => octal(address),
  (address) => bytesOf(address).map(octal).join('.'),
  (address) => bytesOf(address).map(hex).join('.'),
  (address) => `${bytesOf(address)[0]}.${address & 0xffffff}`,
  (address) => `${hex(bytesOf(address)[0])}.${bytesOf(address)[1]}.${octal(address & 0xffff)}`,
  (address) => FULLWIDTH(bytesOf(address).join('.')),
  (address) => bytesOf(address).join('。'),
  (address) => bytesOf(address).join('%2e'),
  (address) => `[::ffff:${bytesOf(address).join('.')}]`,
  (address) => `[0:0:0:0:0:FFFF:${groupsOf(address)}]`,
  (address) => `[::${groupsOf(address)}]`,
  (address) => `[::ffff:0:${groupsOf(address)}]`,
  (address) => `[64:ff9b::${bytesOf(address).join('.')}]`,
  (address) => `[64:ff9b:1::${groupsOf(address)}]`,
  (address) => `[2002:${groupsOf(address)}::]`,
  (address) => `[2001:0:${groupsOf(address)}::1]`,
  (address) => `[2001::${groupsOf(~address >>> 0)}]`,
  (address) => `[2a00:1450::5efe:${bytesOf(address).join('.')}]`,
  (address) => `[2a00:1450::0200:5EFE:${groupsOf(address)}]`,
];

function groupsOf(address: number): string {
  return `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;
}

/** IPv6 outside of what is given out, or in its local corners. */
const hiddenIpv6 = fc
  .record({
    first: fc.oneof(
      fc.integer({ min: 0, max: 0x1fff }),
      fc.integer({ min: 0x4000, max: 0xffff }),
      fc.constantFrom(0x2002, 0xfe80, 0xfc00, 0xff02),
    ),
    rest: fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ first, rest }) => [first, ...rest].map((part) => part.toString(16)).join(':'));

const nobody = { allowedPrivateHosts: [], behindProxy: false };

async function isVisited(link: string, answer: readonly string[] = []): Promise<boolean> {
  const url = URL.parse(link);
  if (url === null) return false;
  const target = await resolveTarget(url, { ...nobody, lookup: () => Promise.resolve(answer) });
  return target.status === 'allowed';
}

describe('the guard', () => {
  it('lets no address through that is not public, however a link spells it', async () => {
    const link = fc
      .record({ address: hiddenIpv4, spell: fc.constantFrom(...SPELLINGS) })
      .map(({ address, spell }) => `http://${spell(address)}/`);
    await fc.assert(
      fc.asyncProperty(link, async (address) => {
        expect(await isVisited(address)).toBe(false);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('lets no IPv6 address through that is not public', async () => {
    await fc.assert(
      fc.asyncProperty(hiddenIpv6, async (ip) => {
        expect(await isVisited(`https://[${ip}]:8443/page`)).toBe(false);
        expect(isPublicAddress(ip)).toBe(false);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('lets no name through that has such an address among others', async () => {
    const answer = fc.tuple(
      fc.subarray(PUBLIC),
      fc.oneof(
        hiddenIpv6,
        hiddenIpv4.map((address) => bytesOf(address).join('.')),
      ),
      fc.subarray(PUBLIC),
    );
    await fc.assert(
      fc.asyncProperty(answer, async ([before, hidden, after]) => {
        expect(await isVisited('http://news.example/', [...before, hidden, ...after])).toBe(false);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('reads every spelling of a public address as that address', async () => {
    for (const spell of SPELLINGS.slice(0, 12)) {
      const url = new URL(`http://${spell(0x08080404)}/`);
      const target = await resolveTarget(url, { ...nobody, lookup: () => Promise.resolve([]) });
      expect(target).toEqual({ status: 'allowed', addresses: ['8.8.4.4'] });
    }
  });

  it('refuses localhost and what is below it without asking a resolver', async () => {
    for (const host of [
      'localhost',
      'LOCALHOST',
      'localhost.',
      'a.localhost',
      'ｌocalhost',
      'a.localhost.',
    ]) {
      const target = await resolveTarget(new URL(`http://${host}:8080/`), {
        ...nobody,
        lookup: () => Promise.reject(new Error('must not be asked')),
      });
      expect(target).toMatchObject({ status: 'failed', problem: { code: 'address-not-allowed' } });
    }
  });

  it('judges local-looking names by what they resolve to', async () => {
    expect(await isVisited('http://wiki.internal/', ['10.1.2.3'])).toBe(false);
    expect(await isVisited('http://wiki.internal/', ['8.8.8.8'])).toBe(true);
    expect(await isVisited('http://printer.local/', ['192.168.1.9'])).toBe(false);
  });

  it('opens an exception for its host and port as the link has them, and for nothing else', async () => {
    const guard = {
      allowedPrivateHosts: [
        '127.0.0.1:8080',
        'Wiki.Example:80',
        '[::1]:9000',
        'printer.local',
        '10.0.0.1:',
      ],
      behindProxy: false,
      lookup: () => Promise.resolve(['10.1.2.3']),
    };
    const open = [
      '127.0.0.1:8080',
      '2130706433:8080',
      'wiki.example',
      'wiki.example.:80',
      '[0:0::1]:9000',
    ];
    const shut = [
      '127.0.0.1',
      '127.0.0.1:8081',
      '127.0.0.2:8080',
      'localhost:8080',
      'a.example:8080',
      'wiki.example:81',
      'printer.local',
      '10.0.0.1',
    ];
    for (const host of open) {
      expect(await resolveTarget(new URL(`http://${host}/`), guard)).toMatchObject({
        status: 'allowed',
      });
    }
    for (const host of shut) {
      expect(await resolveTarget(new URL(`http://${host}/`), guard)).toMatchObject({
        status: 'failed',
      });
    }
  });

  it('leaves a name that is unknown here to the proxy, but not one that can only be local', async () => {
    const guard = { allowedPrivateHosts: [], behindProxy: true, lookup: () => Promise.resolve([]) };
    const through = async (host: string) => resolveTarget(new URL(`https://${host}/`), guard);
    expect(await through('news.example')).toEqual({ status: 'allowed', addresses: [] });
    for (const host of ['wiki', 'wiki.internal', 'printer.local.', 'box.home.arpa']) {
      expect(await through(host)).toMatchObject({ problem: { code: 'unknown-host' } });
    }
  });
});
