import { expect, test } from '@jest/globals'
import { paths } from '../shell/paths.ts'
import { pageAt, pages, type PageName } from './pages.ts'
import { questionOf } from './needs.ts'

const addressOf = (name: keyof typeof paths): string => paths[name].replaceAll(/:\w+/g, 'd65e28f2')

test('every address of the desk has its page', () => {
  const names = Object.keys(paths) as (keyof typeof paths)[]
  expect(names.map((name) => pageAt(addressOf(name)))).toEqual(names)
  expect(names.filter((name) => !(name in pages))).toEqual([])
  expect(pageAt('/gezinnen/')).toBe('families')
})

test.each<[string, PageName]>([['', 'today'], ['/', 'today'], ['/nergens', 'today'], ['/gezin/nieuw', 'newFamily'], ['/gezin/1/nergens', 'today'], ['/noodtoegang/nakijken', 'emergencyReview']])('the address %s shows %s', (address, name) => {
  expect(pageAt(address)).toBe(name)
})

test('only a family as it is now is asked for by its address alone', () => {
  expect(questionOf('/gezin/d65e28f2', '?bijdrage')).toEqual({ operationName: 'Family', variables: { id: 'd65e28f2' } })
  expect(questionOf('/gezin/d65e28f2', '?toen=2026-10-01')).toBeUndefined()
  expect(questionOf('/gezin/nieuw', '')).toBeUndefined()
  expect(questionOf('/gezin/d65e28f2/plan', '')).toBeUndefined()
})
