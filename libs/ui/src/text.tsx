import { I18nProvider, useLingui } from '@lingui/react'
import { createDates, directionOf, type Catalogue, type CommonText, type Dates, type Language, type Text } from '@samenspel/intl'
import { useCallback, useEffect, useMemo, useRef, type ComponentProps } from 'react'

/** Gives the texts of the chosen language to all below it, and tells the document which language it is in. */
export const TextProvider = (props: Pick<ComponentProps<typeof I18nProvider>, 'i18n' | 'children'>) => {
  const language = props.i18n.locale
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  return <I18nProvider {...props} />
}

/** Says the texts of an app; each app makes its own typed hook of it: `const useText = useTextOf<ParentText>`. */
export const useTextOf = <Key extends string>(): Text<Key> => {
  const { i18n } = useLingui()
  return useCallback((key, values) => i18n._(key, values), [i18n])
}

/** Says the texts that both apps share. */
export const useCommonText = useTextOf<CommonText>

/** Adds texts that come later, such as those of a page, to the ones that are there. */
export const useMoreTexts = (): ((texts: Catalogue) => void) => {
  const { i18n } = useLingui()
  // Every added text gives a new one: who adds texts does not follow it, so that adding is not a reason to add.
  const latest = useRef(i18n)
  useEffect(() => { latest.current = i18n }, [i18n])
  return useCallback((texts) => { latest.current.load(latest.current.locale, { ...texts }) }, [])
}

/** The chosen language. */
export const useLanguage = (): Language => useLingui().i18n.locale as Language

/** Days and times in the words of the chosen language and the zone of the case. */
export const useDates = (zone: string): Dates => {
  const language = useLanguage()
  return useMemo(() => createDates(language, zone), [language, zone])
}
