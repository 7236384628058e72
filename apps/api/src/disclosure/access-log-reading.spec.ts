import { expect, test } from '@jest/globals'
import { viewText } from '@samenspel/intl/views'
import type { Practitioner } from '@samenspel/register'
import type { LogLine } from './access-log.ts'
import { insteadOfView, whoView, type Words } from './access-log-reading.ts'
import type { Reader } from './views/reader.ts'

const line = { by: { person: 'lotte', role: 'professional', organisation: 'kdc' } } as LogLine
const lotte = { name: 'Lotte Jansen', title: 'pedagogisch medewerker' } as Practitioner
const words = (namesStaff: boolean): Words => ({ text: viewText('nl'), language: 'nl', isFamily: true, namesStaff, directory: {} as Words['directory'], reader: { person: 'anouk', opened: { isGuarded: false } } as Reader })

test('a family reads the name of a professional where the installation shows names, and what that person does in any case (L-07)', () => {
  expect(whoView(words(true), line, lotte)).toEqual({ who: 'Lotte Jansen', role: 'pedagogisch medewerker' })
  expect(whoView(words(false), line, lotte)).toEqual({ who: 'pedagogisch medewerker', role: '' })
})

test('in whose name somebody stood in is told as who looked is; for whom of the family somebody wrote, is told to nobody', () => {
  const substitute = { by: { ...line.by, onBehalfOf: 'mirjam' } } as LogLine
  const mirjam = { name: 'Mirjam Bos', title: 'coördinator' } as Practitioner
  const knowing = (names: boolean, isGuarded = false): Words => ({ ...words(names), directory: { practitioner: (id: string) => id === 'mirjam' ? mirjam : undefined } as Words['directory'], reader: { person: 'anouk', opened: { isGuarded } } as Reader })
  expect(insteadOfView(knowing(true), substitute)).toEqual({ insteadOf: 'namens Mirjam Bos' })
  expect(insteadOfView(knowing(false), substitute)).toEqual({ insteadOf: 'namens coördinator' })
  for (const [known, one] of [[knowing(true), line], [knowing(true, true), substitute], [knowing(true), { by: { ...line.by, onBehalfOf: 'joost' } } as LogLine]] as const) expect(insteadOfView(known, one)).toEqual({})
})
