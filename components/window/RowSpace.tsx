/** The space of the rows that are left out, between those that are drawn. */
export function RowSpace({ size }: { readonly size: number }) {
  return <div data-space="" role="presentation" aria-hidden="true" style={{ blockSize: size }} />
}
