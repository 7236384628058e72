import { expect, test } from '@jest/globals'
import { personas } from '@samenspel/demo-region'
import { startPage } from './start-page.ts'

test.each(['nl', 'en'] as const)('everybody stands once on the start page (%s), and whoever is new finds the specialist and the mother first', (language) => {
  const { body } = startPage(language, personas)
  const doors = [...body.matchAll(/name="persona" value="([^"]+)"/g)].map(([, id]) => id)
  expect(doors.slice(0, 2)).toEqual(['coordinator', 'mother'])
  expect(doors.toSorted()).toEqual(personas.map(({ id }) => id).toSorted())
  // No story stands there without anybody in it.
  for (const story of body.split('<details').slice(1)) expect(story).toContain('name="persona"')
})
