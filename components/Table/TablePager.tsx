import { Button } from 'react-aria-components/Button'
import type { Locale } from '../locale.ts'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import type { Page } from './arrange-rows.ts'

/** Which rows are shown of how many, and the way to the others. */
export function TablePager({
  page,
  total,
  first,
  locale,
  onPage,
}: {
  readonly page: Page
  readonly total: number
  readonly first: number
  readonly locale: Locale
  readonly onPage: (page: number) => void
}) {
  const say = useSay()
  const write = (number: number): string => formatNumber(number, {}, locale)
  return (
    <nav className="cy-table-pager" aria-label={say('Pages')}>
      <span aria-live="polite">
        {say('{first}–{last} of {total}', { first: write(first + 1), last: write(first + page.indices.length), total: write(total) })}
      </span>
      <Button className="cy-table-page" aria-label={say('Previous page')} isDisabled={page.page === 0} onPress={() => onPage(page.page - 1)}>
        <Chevron />
      </Button>
      <Button className="cy-table-page" data-next aria-label={say('Next page')} isDisabled={page.page >= page.pages - 1} onPress={() => onPage(page.page + 1)}>
        <Chevron />
      </Button>
    </nav>
  )
}

function Chevron() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 3.5L5.5 8l4.5 4.5" />
    </svg>
  )
}
