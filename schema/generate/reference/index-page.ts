import { marked } from './markdown.ts'

export function indexPage(): string {
  return `# Reference

${marked}
Made from the schemas that the checker, the model's prompt and the editor's schema are made from. [Writing blueprints](../writing-blueprints.md) is where to begin.

- [Components](components.md): what can be shown
- [Blocks](blocks.md): whole pages to begin with
- [Tools](tools.md): what can be done, and which capability it needs
- [Functions](functions.md): what formulas can call
- [Codes](codes.md): what the checker can say, and how to mend it
- [Words and limits](words-and-limits.md): words for looks, themes, limits
`
}
