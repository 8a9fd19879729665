import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'
import { GatewayFailure } from '../failure.ts'
import type { Target } from './target.ts'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

export interface AddressRules {
  /** Every address of a host name, as the system's resolver gives them. */
  readonly resolve: (host: string) => Promise<readonly Address[]>
  /** Allows an address that the rules refuse. For tests that run a server on this machine. */
  readonly allowAddress: (address: string, port: number) => boolean
}

export const systemRules: AddressRules = {
  async resolve(host) {
    const found = await lookup(host, { all: true, verbatim: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  },
  allowAddress: () => false,
}

/** What is neither private nor reserved by any registry and yet leads inside. */
const insideOut = new BlockList()
// Azure's metadata and DNS service.
insideOut.addAddress('168.63.129.16', 'ipv4')

/**
 * True for a unicast address of the public internet. Private, loopback, link-local, shared (CGNAT),
 * documentation, benchmark and multicast ranges are not, nor the IPv6 forms that carry an IPv4 address
 * inside (mapped, compatible, NAT64, 6to4, Teredo), nor the addresses of this machine itself.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || text.includes('%')) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  const normal = address.toString()
  if (address.kind() === 'ipv6') {
    // Global unicast is 2000::/3; what lies outside of it is unassigned or special.
    const first = address.toByteArray()[0] ?? 0
    if ((first & 0xe0) !== 0x20) return false
  } else if (insideOut.check(normal, 'ipv4')) return false
  return !ownAddresses().has(normal)
}

function ownAddresses(): ReadonlySet<string> {
  const own = new Set<string>()
  for (const list of Object.values(networkInterfaces()))
    for (const { address } of list ?? []) own.add(ipaddr.process(address.split('%')[0] ?? address).toString())
  return own
}

/**
 * The addresses that a call to `target` may connect to; the connection is made to one of these and to
 * nothing that a second look-up might give (S41). Refuses the whole host if any of them is not public.
 */
export async function publicAddresses(target: Target, rules: AddressRules, signal: AbortSignal): Promise<readonly Address[]> {
  const literal = isIP(target.host)
  const found: readonly Address[] = literal === 0 ? await resolveName(target.host, rules, signal) : [{ address: target.host, family: literal === 6 ? 6 : 4 }]
  for (const { address } of found) {
    if (rules.allowAddress(address, target.port)) continue
    if (!isPublicAddress(address))
      throw new GatewayFailure(
        'private-address',
        `${target.host} is an address of this machine or of a private network. Apps can call public web addresses only.`,
        { status: 403 },
      )
    if (target.port !== 80 && target.port !== 443)
      throw new GatewayFailure('port', `Apps can call the usual web ports only (443 and 80), not ${target.port}.`, { status: 403 })
  }
  return found
}

async function resolveName(host: string, rules: AddressRules, signal: AbortSignal): Promise<readonly Address[]> {
  signal.throwIfAborted()
  const notFound = (cause?: unknown) =>
    new GatewayFailure('host-not-found', `No server was found under ${host}. Check the address, and that this machine is online.`, {
      status: 502,
      again: 'person',
      cause,
    })
  const aborted = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
  const found = await Promise.race([rules.resolve(host).catch(cause => Promise.reject(notFound(cause))), aborted])
  if (found.length === 0) throw notFound()
  return found
}
