import { compileMessage } from '@lingui/message-utils/compileMessage'
import { pathToFileURL } from 'node:url'

/**
 * For Vite: an app's catalogue arrives with its messages compiled, so that no browser needs the compiler (8 kB gzipped).
 * @returns {import('vite').Plugin}
 */
export const compiledTexts = () => ({
  name: 'samenspel-compiled-texts',
  apply: 'build',
  async load(id) {
    if (!/\/libs\/intl\/src\/\w+\/\w+-app\.ts$/.test(id)) return undefined
    const { texts } = await import(pathToFileURL(id).href)
    const compiled = Object.entries(texts).map(([key, message]) => [key, compileMessage(message)])
    return `export const texts = ${JSON.stringify(Object.fromEntries(compiled))}`
  },
})
