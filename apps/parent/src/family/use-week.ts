import { WeekOfFamilyDocument } from '@samenspel/graphql-documents/parent-pages'
import { useCallback } from 'react'
import { useQuery } from 'urql'

/** The rhythm, limits and pace of the family, asked when a page needs them. */
export const useWeek = () => {
  const [{ data, error, fetching }, ask] = useQuery({ query: WeekOfFamilyDocument })
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return { asked: { data: data?.families.nodes[0], error, fetching }, again }
}
