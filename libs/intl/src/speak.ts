import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import { createI18n, type Catalogue, type Text } from './catalogue.ts'
import type { Language } from './language.ts'

/** A speaker of one catalogue, for code outside a screen: it compiles each message when it is first said. */
export const speak = <Key extends string>(language: Language, catalogue: Catalogue<Key>): Text<Key> => {
  const compiled = new Map<string, CompiledMessage>()
  const i18n = createI18n(language, catalogue).setMessagesCompiler((message) => {
    const known = compiled.get(message) ?? compileMessage(message)
    compiled.set(message, known)
    return known
  })
  return (key, values) => i18n._(key, values)
}
