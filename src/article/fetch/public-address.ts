import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether `ip` (one address as text, without brackets) is a host of the public internet. Everything else is not:
 * loopback, private, link-local, carrier NAT, multicast, documentation, reserved, IPv4 inside IPv6 in every form,
 * and whatever is not an address at all.
 *
 * IPv6 is public only inside 2000::/3, the one block given out for use (IANA, "IPv6 Global Unicast Address
 * Assignments"); so forms that are invented later are refused until someone looks at them.
 */
export function isPublicAddress(ip: string): boolean {
  // ipaddr.js also reads short, octal and hex forms; a resolver never answers those, so they are no addresses here.
  // A zone (`fe80::1%eth0`) only means something on a local link.
  if (isIP(ip) === 0 || ip.includes('%')) return false;
  const address = ipaddr.parse(ip);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? isGlobalUnicast(address) : !isCloudInternal(ip);
}

/** Azure answers every virtual machine inside it on this address, which is no special range of the internet. */
function isCloudInternal(ip: string): boolean {
  return ip === '168.63.129.16';
}

function isGlobalUnicast(address: ipaddr.IPv6): boolean {
  const [first = 0, , , , fifth = 0, sixth = 0] = address.parts;
  if (first >> 13 !== 1) return false;
  // ISATAP (RFC 5214): an interface id of 0000:5efe or 0200:5efe carries an IPv4 address after it, below any prefix.
  return !((fifth === 0 || fifth === 0x0200) && sixth === 0x5efe);
}
