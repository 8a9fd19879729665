import { issueCodes, issueGroups } from '../../issue-codes.ts'
import { code, marked } from './markdown.ts'

export function codesPage(): string {
  return [
    '# Codes\n',
    marked,
    `What \`cyanotype check\` can say: ${issueCodes.size} codes. \`cyanotype explain CODE\` prints the same.\n`,
    ...issueGroups.flatMap(({ title, codes }) => [
      `## ${title}\n`,
      ...Object.entries(codes).map(([name, entry]) => {
        const example = (text: string): string => (entry.as === 'words' ? text : code(entry.as === 'formula' ? `\${${text}}` : text))
        return `### ${name}\n\n**${entry.title}.** ${entry.why} ${entry.mend}\n\n- wrong: ${example(entry.wrong)}\n- right: ${example(entry.right)}\n`
      }),
    ]),
  ].join('\n')
}
