import { describe, expect, test } from '@jest/globals'
import { readSettings, type Environment } from './settings.ts'

const read = (environment: Environment) => readSettings(environment, '/home/somebody/samenspel')
const problemOf = (environment: Environment): string => {
  const result = read(environment)
  return 'problem' in result ? result.problem : 'no problem'
}

describe('settings', () => {
  test('without any variable it serves the demo region on this machine only', () => {
    expect(read({})).toEqual({
      settings: {
        port: 3000, host: '127.0.0.1', dataFolder: '/home/somebody/samenspel/data', demo: true, production: false,
        store: 'sqlite', keyStore: 'sqlite', masterKeyFile: '/home/somebody/samenspel/.samenspel/data.key',
        urgentNumbers: { emergency: '112', crisisLine: { NL: '113', BE: '1813' } },
      },
    })
  })

  test('the numbers to ring right now can be set, and must be numbers', () => {
    expect(read({ SAMENSPEL_CRISIS_LINE_NL: '0800-0113' })).toMatchObject({ settings: { urgentNumbers: { emergency: '112', crisisLine: { NL: '0800-0113', BE: '1813' } } } })
    expect(problemOf({ SAMENSPEL_EMERGENCY_NUMBER: 'ring us' })).toContain('SAMENSPEL_EMERGENCY_NUMBER')
  })

  test('the master key lies beside the data folder, never in it', () => {
    expect(read({ SAMENSPEL_DATA: '/srv/family' })).toMatchObject({ settings: { masterKeyFile: '/srv/.samenspel/family.key' } })
    expect(problemOf({ SAMENSPEL_DATA: '/srv/family', SAMENSPEL_MASTER_KEY_FILE: '/srv/family/keys/master.key' })).toContain('outside the data folder')
  })

  test('copies of checkpoints go to a folder outside the data, or to an address', () => {
    expect(read({ SAMENSPEL_CHECKPOINTS: 'outside' })).toMatchObject({ settings: { checkpoints: { folder: '/home/somebody/samenspel/outside' } } })
    expect(read({ SAMENSPEL_CHECKPOINTS: 'https://witness.example/samenspel' })).toMatchObject({ settings: { checkpoints: { url: 'https://witness.example/samenspel' } } })
    expect(problemOf({ SAMENSPEL_CHECKPOINTS: 'data/checkpoints' })).toContain('outside the data folder')
  })

  test('production has no demo, also when nobody says so', () => {
    expect(read({ SAMENSPEL_ENV: 'production' })).toMatchObject({ settings: { production: true, demo: false } })
    expect(problemOf({ SAMENSPEL_ENV: 'production', SAMENSPEL_DEMO: 'on' })).toContain('SAMENSPEL_DEMO')
  })

  test('the demo is not served to other machines', () => {
    expect(read({ SAMENSPEL_HOST: '0.0.0.0' })).toMatchObject({ settings: { demo: false } })
    expect(problemOf({ SAMENSPEL_HOST: '0.0.0.0', SAMENSPEL_DEMO: 'on' })).toContain('127.0.0.1 only')
  })

  test.each([
    ['SAMENSPEL_PORT', 'abc'], ['SAMENSPEL_PORT', '70000'], ['SAMENSPEL_PORT', '0'], ['SAMENSPEL_PORT', '-1'], ['SAMENSPEL_PORT', '3000.5'],
    ['SAMENSPEL_DEMO', 'yes'], ['SAMENSPEL_ENV', 'prod'], ['SAMENSPEL_STORE', 'postgres'], ['SAMENSPEL_KEY_STORE', 'vault'], ['SAMENSPEL_HOST', 'http://x'],
  ])('%s=%s is refused with one sentence that names it', (name, value) => {
    const sentence = problemOf({ [name]: value })
    expect(sentence).toContain(`${name} is '${value}'`)
    expect(sentence).toMatch(/^[^\n]+\.$/)
  })

  test('an empty variable counts as not set', () => {
    expect(read({ SAMENSPEL_PORT: '', SAMENSPEL_DEMO: ' ' })).toMatchObject({ settings: { port: 3000, demo: true } })
  })
})
