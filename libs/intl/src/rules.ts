import type { Text } from './catalogue.ts'
import { rules as en } from './en/rules.ts'
import type { Language } from './language.ts'
import { rules as nl } from './nl/rules.ts'
import { speak } from './speak.ts'

/** The keys of the words in which the access rules are read. */
export type RuleText = keyof typeof nl

const speakers: Readonly<Record<Language, Text<RuleText>>> = { nl: speak('nl', nl), en: speak('en', en) }

/** Says a rule of access in words. */
export const ruleText = (language: Language): Text<RuleText> => speakers[language]

/** Whether there are words for this key. */
export const isRuleText = (key: string): key is RuleText => Object.hasOwn(nl, key)
