import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import type { EventTypes } from '../event-types.ts'

/**
 * Old events stay readable. For each type there is a golden file of every version ever stored, `<Type>.v<n>.json`,
 * all telling the same fact; each must come out exactly as the file of the current version. A golden file never changes.
 * @param folder ends with a slash, as in `new URL('./golden/', import.meta.url)`
 * @param types what the program registers; all of them, or those of one library
 */
export const goldenEvents = (name: string, { folder, types }: { readonly folder: URL; readonly types: EventTypes }): void => {
  const read = (type: string, version: number) => JSON.parse(readFileSync(new URL(`${type}.v${version}.json`, folder), 'utf8')) as Record<string, unknown>
  const files = readdirSync(folder).filter(file => file.endsWith('.json')).sort()

  describe(`golden events: ${name}`, () => {
    test('there is a file of every version of every type, and no other', () => {
      const wanted = types.types.flatMap(type => Array.from({ length: types.currentVersion(type) }, (_, i) => `${type}.v${i + 1}.json`))
      expect(files).toEqual(wanted.sort())
    })
    for (const file of files) {
      test(`${file} reads in the form of today`, () => {
        const [type = '', version] = file.replace('.json', '').split('.v')
        expect(types.toCurrent(type, Number(version), read(type, Number(version)))).toEqual(read(type, types.currentVersion(type)))
      })
    }
  })
}
