import type { Chance } from '../../engine/ports.ts'

/** Ids of 128 random bits; `crypto.randomUUID` is missing where the page was not loaded over https. */
export const systemChance: Chance = {
  id: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(''),
  random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
}
