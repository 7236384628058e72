/** The proposal that was sent last and could not be had, while nothing newer came. */
export const releasedLast = <P extends { readonly status: string; readonly sentAt: string | null }>(proposals: readonly P[]): P | undefined => {
  const newest = proposals.filter(({ status }) => status !== 'DRAFT' && status !== 'WITHDRAWN').toSorted((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''))[0]
  return newest?.status === 'RELEASED' ? newest : undefined
}
