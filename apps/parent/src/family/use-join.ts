import { localeOf } from '@samenspel/intl'
import { useLanguage } from '@samenspel/ui'
import { useCallback } from 'react'

/** Joins names as people say them: "Hanne, Karim en Lotte". */
export const useJoin = (): ((names: readonly string[]) => string) => {
  const language = useLanguage()
  return useCallback((names) => new Intl.ListFormat(localeOf(language)).format(names), [language])
}
