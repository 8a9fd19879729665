import type { Tool } from './tool.ts'

export const geoHere: Tool = async (_args, { place }, { signal }) => {
  const { latitude, longitude, accuracy } = await place.here(signal)
  return { latitude, longitude, accuracy }
}
