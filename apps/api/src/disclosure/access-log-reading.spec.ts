import { expect, test } from '@jest/globals'
import { viewText } from '@samenspel/intl/views'
import type { Practitioner } from '@samenspel/register'
import type { LogLine } from './access-log.ts'
import { whoView, type Words } from './access-log-reading.ts'
import type { Reader } from './views/reader.ts'

const line = { by: { person: 'lotte', role: 'professional', organisation: 'kdc' } } as LogLine
const lotte = { name: 'Lotte Jansen', title: 'pedagogisch medewerker' } as Practitioner
const words = (namesStaff: boolean): Words => ({ text: viewText('nl'), language: 'nl', namesStaff, directory: {} as Words['directory'], reader: { person: 'anouk', opened: { isGuarded: false } } as Reader })

test('a family reads the name of a professional where the installation shows names, and what that person does in any case (L-07)', () => {
  expect(whoView(words(true), line, lotte)).toEqual({ who: 'Lotte Jansen', role: 'pedagogisch medewerker' })
  expect(whoView(words(false), line, lotte)).toEqual({ who: 'pedagogisch medewerker', role: '' })
})
