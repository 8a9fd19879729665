/** The address of the place where a tool is described, in Storybook. */
export function toolAddress(name: string, group: string): string {
  return `./?path=/story/tools-${group}--all#${name}`
}
