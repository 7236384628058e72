import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyStore, samenspel, type SmallStore } from '../testing/small-store.ts'

let store: SmallStore
beforeAll(async () => { store = await emptyStore() })
afterAll(() => store.remove())

const asked = async (what: string, ...lines: readonly string[]) => {
  await writeFile(join(store.folder, 'list.csv'), lines.join('\n'))
  return samenspel(store, ['organisations', what, 'list.csv', '--json'])
}
const known = async () => (await samenspel(store, ['organisations', 'list', '--json'])).result['organisations']

describe('samenspel organisations', () => {
  test('begins an empty installation: its own example is shown, brought in, and the same afterwards; a code for the first officer can be made', async () => {
    expect(await known()).toEqual([])
    const { result: { content } } = await samenspel(store, ['organisations', 'example', '--json'])
    expect(await asked('look', String(content))).toMatchObject({ exitCode: 0, result: { rows: [{ line: 2, kind: 'new' }, { line: 3, kind: 'new' }, { line: 4, kind: 'new' }] } })
    expect(await known()).toEqual([])
    const { exitCode, result } = await asked('bring-in', String(content))
    expect([exitCode, result['organisations']]).toEqual([0, [{ id: expect.any(String), name: 'Name of a day centre' }, { id: expect.any(String), name: 'Name of a hospital' }, { id: expect.any(String), name: 'Name of an IMH practice' }]])
    expect(await known()).toMatchObject([{ discipline: 'dayCentre', country: 'NL' }, { discipline: 'hospital', country: 'NL' }, { discipline: 'imhSpecialist', country: 'NL' }])
    expect((await asked('bring-in', String(content))).result['rows']).toMatchObject([{ kind: 'same' }, { kind: 'same' }, { kind: 'same' }])
    const [{ id }] = result['organisations'] as [{ id: string }]
    expect((await samenspel(store, ['invite', 'officer', id, '--named', 'Paul Vermeer'])).exitCode).toBe(0)
  })
  test('with one row that can’t be says why, and saves nothing', async () => {
    const before = await known()
    await writeFile(join(store.folder, 'list.csv'), 'name;discipline;country\nYouth care;youth care;Flanders\nElsewhere;florist;France\nName of a hospital;gp;NL')
    const { exitCode, out } = await samenspel(store, ['organisations', 'bring-in', 'list.csv'])
    expect(exitCode).toBe(1)
    expect(out.split('\n')).toEqual([
      'Line 2, Youth care: new. discipline: youth care; country: Belgium',
      'Line 3, Elsewhere: can’t be. discipline: We don’t know this discipline. Write it as it stands in the register, for instance: hospital.; country: We don’t know this country. Write: the Netherlands, or Belgium.',
      'Line 4, Name of a hospital: can’t be. discipline: This organisation is in the register already, with another discipline. You don’t change that here. Leave the cell empty, or take the row out.',
      'Nothing was saved: put right what can’t be, and look again.',
    ])
    expect(await known()).toEqual(before)
  })
  test('says what is wrong with what was asked', async () => {
    expect((await asked('look', 'a;b', '1;2')).exitCode).toBe(66)
    expect((await samenspel(store, ['organisations', 'look', 'nowhere.csv'])).exitCode).toBe(66)
    expect((await samenspel(store, ['organisations', 'look'])).exitCode).toBe(64)
    expect((await samenspel(store, ['organisations', 'crown', 'list.csv'])).exitCode).toBe(64)
  })
})
