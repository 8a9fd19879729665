import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { GatewayFailure } from '../failure.ts'
import { type AddressRules, isPublicAddress, publicAddresses } from './address.ts'
import { parseTarget } from './target.ts'

const never: AddressRules = { resolve: async () => [], allowAddress: () => false }
const signal = new AbortController().signal

async function verdict(url: string, rules: AddressRules = never): Promise<string> {
  try {
    await publicAddresses(parseTarget(url), rules, signal)
    return 'allowed'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.8.8.8',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8%0',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'not an address',
  '',
])('[S41] %s is not public', address => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4001:80e::200e', '::ffff:8.8.8.8'])('%s is public', address => {
  expect(isPublicAddress(address)).toBe(true)
})

it('[S41] the addresses of this machine are not public', () => {
  for (const list of Object.values(networkInterfaces())) for (const { address } of list ?? []) expect(isPublicAddress(address)).toBe(false)
})

it('[S41] one private address among public ones refuses the whole name', async () => {
  const rules: AddressRules = {
    ...never,
    resolve: async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
  }
  expect(await verdict('https://mixed.example/', rules)).toBe('private-address')
})

it('[S41] other ports than those of the web are refused', async () => {
  const rules: AddressRules = { ...never, resolve: async () => [{ address: '8.8.8.8', family: 4 }] }
  expect(await verdict('https://a.example/', rules)).toBe('allowed')
  expect(await verdict('http://a.example/', rules)).toBe('allowed')
  for (const port of [22, 25, 6379, 8080, 8443]) expect(await verdict(`https://a.example:${port}/`, rules)).toBe('port')
})

it('an unknown name says so', async () => {
  expect(await verdict('https://nowhere.example/')).toBe('host-not-found')
})

const ssrf = corpus('ssrf')
it.skipIf(ssrf === null)('[S41] every spelling of an inner address in the corpus is refused without a look-up', async () => {
  const forms = JSON.parse(readFileSync(`${ssrf}/own-url-forms-node20-canonical.json`, 'utf8')) as { input: string; hostname?: string }[]
  let literals = 0
  for (const { input } of forms) {
    const asked: string[] = []
    const rules: AddressRules = {
      allowAddress: () => false,
      async resolve(host) {
        asked.push(host)
        return [{ address: '127.0.0.1', family: 4 }]
      },
    }
    const code = await verdict(input, rules)
    if (asked.length === 0) literals += 1
    expect(['url', 'private-address', 'port', 'allowed']).toContain(code)
    // What passes is a literal address of the public internet and nothing that was looked up: all names lead inside here.
    if (code === 'allowed') expect(isPublicAddress(parseTarget(input).host)).toBe(true)
  }
  expect(literals).toBeGreaterThan(20)
})

it.skipIf(ssrf === null)('[S27] the authority that parsers disagree on is read once: what is checked is what is called', () => {
  const lines = readFileSync(`${ssrf}/orangetw-tiny-url-fuzzer-samples.txt`, 'utf8').split('\n').filter(Boolean)
  for (const line of lines) {
    let target: ReturnType<typeof parseTarget>
    try {
      target = parseTarget(line)
    } catch (error) {
      expect(error).toBeInstanceOf(GatewayFailure)
      continue
    }
    expect(target.url.username + target.url.password).toBe('')
    expect(new URL(target.url.href).origin).toBe(target.origin)
  }
})
