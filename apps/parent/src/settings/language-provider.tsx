import { createI18n, languageFor, type Language } from '@samenspel/intl'
import { loadParentTexts } from '@samenspel/intl/parent'
import { TextProvider } from '@samenspel/ui'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'

/** Where this browser remembers the chosen language, so that the first page needs no second look. Nothing personal. */
const place = 'samenspel-language'
/** What was chosen here; until then what the browser reads. */
const remembered = (): Language => {
  const chosen = localStorage.getItem(place)
  return chosen === 'nl' || chosen === 'en' ? chosen : languageFor(navigator.languages)
}

type Choice = { readonly language: Language; readonly choose: (language: Language) => void }
const LanguageContext = createContext<Choice | undefined>(undefined)

/** The chosen language, and how to choose another. */
export const useLanguageChoice = (): Choice => {
  const choice = use(LanguageContext)
  if (choice === undefined) throw new Error('A page stands outside LanguageProvider.')
  return choice
}

/** Fetches the texts of the chosen language; the old language stays on the screen until the new one is there. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(remembered)
  const [i18n, setI18n] = useState<ReturnType<typeof createI18n>>()

  useEffect(() => {
    let isCurrent = true
    void loadParentTexts(language).then((texts) => { if (isCurrent) setI18n(createI18n(language, texts)) })
    return () => { isCurrent = false }
  }, [language])

  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(place, chosen)
    setLanguage(chosen)
  }, [])
  const choice = useMemo(() => ({ language, choose }), [language, choose])
  if (i18n === undefined) return null
  return <LanguageContext value={choice}><TextProvider i18n={i18n}>{children}</TextProvider></LanguageContext>
}
