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
        store: { kind: 'sqlite' }, tables: { kind: 'sqlite' }, keyStore: { kind: 'sqlite' }, masterKeyFile: '/home/somebody/samenspel/.samenspel/data.key',
        urgentNumbers: { emergency: '112', crisisLine: { NL: '113', BE: '1813' } }, keyBackupDays: 30, noteDays: 182, logYears: { NL: 5, BE: 5 }, registrationMonths: { NL: 60, BE: 60 }, namesStaff: true, issuers: [],
      },
    })
  })

  test('the numbers to ring right now can be set, and must be numbers', () => {
    expect(read({ SAMENSPEL_CRISIS_LINE_NL: '0800-0113' })).toMatchObject({ settings: { urgentNumbers: { emergency: '112', crisisLine: { NL: '0800-0113', BE: '1813' } } } })
    expect(problemOf({ SAMENSPEL_EMERGENCY_NUMBER: 'ring us' })).toContain('SAMENSPEL_EMERGENCY_NUMBER')
  })

  test('lines of the access log are kept five years at least, and longer where a country is set so (L-09)', () => {
    expect(read({ SAMENSPEL_LOG_YEARS_NL: '7' })).toMatchObject({ settings: { logYears: { NL: 7, BE: 5 } } })
    for (const years of ['4', '0', '5.5', 'ever', '100']) expect(problemOf({ SAMENSPEL_LOG_YEARS_BE: years })).toContain('SAMENSPEL_LOG_YEARS_BE')
  })

  test('a registration holds for the months that are set for a country (K-01)', () => {
    expect(read({ SAMENSPEL_REGISTRATION_MONTHS_NL: '48' })).toMatchObject({ settings: { registrationMonths: { NL: 48, BE: 60 } } })
    for (const months of ['0', '-1', '4.5', 'ever', '1000']) expect(problemOf({ SAMENSPEL_REGISTRATION_MONTHS_BE: months })).toContain('SAMENSPEL_REGISTRATION_MONTHS_BE')
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
    ['SAMENSPEL_DEMO', 'yes'], ['SAMENSPEL_ENV', 'prod'], ['SAMENSPEL_HOST', 'http://x'],
  ])('%s=%s is refused with one sentence that names it', (name, value) => {
    const sentence = problemOf({ [name]: value })
    expect(sentence).toContain(`${name} is '${value}'`)
    expect(sentence).toMatch(/^[^\n]+\.$/)
  })

  test('with events in PostgreSQL all else is there too, and the keys are in a database of their own', () => {
    const url = 'postgres://samenspel:s3cret@db.example:5433/care?sslmode=verify-full'
    const store = { kind: 'postgres', url }
    expect(read({ SAMENSPEL_STORE: url })).toMatchObject({ settings: { store, tables: store, keyStore: { kind: 'postgres', url: 'postgres://samenspel:s3cret@db.example:5433/care_keys?sslmode=verify-full' } } })
    expect(read({ SAMENSPEL_STORE: url, SAMENSPEL_KEY_STORE: 'postgres://keys.example/keys' })).toMatchObject({ settings: { store, keyStore: { url: 'postgres://keys.example/keys' } } })
  })

  test('with events in KurrentDB somebody says where the rest is, or it is in the data folder', () => {
    const url = 'kurrentdb://admin:s3cret@one:2113,two:2113,three:2113?tls=true'
    expect(read({ SAMENSPEL_STORE: url })).toMatchObject({ settings: { store: { kind: 'kurrentdb', url }, tables: { kind: 'sqlite' }, keyStore: { kind: 'sqlite' } } })
    expect(read({ SAMENSPEL_STORE: url, SAMENSPEL_READ_MODELS: 'postgres://db/care' })).toMatchObject({ settings: { tables: { url: 'postgres://db/care' }, keyStore: { url: 'postgres://db/care_keys' } } })
  })

  test.each<readonly [string, Environment]>([
    ['SAMENSPEL_STORE', { SAMENSPEL_STORE: 'mysql://samenspel:s3cret@db/care' }],
    ['SAMENSPEL_STORE', { SAMENSPEL_STORE: 'postgres://samenspel:s3cret@db' }],
    ['SAMENSPEL_STORE', { SAMENSPEL_STORE: 'postgres://samenspel:s3cret@db:port/care' }],
    ['SAMENSPEL_READ_MODELS', { SAMENSPEL_STORE: 'postgres://samenspel:s3cret@db/care', SAMENSPEL_READ_MODELS: 'sqlite' }],
    ['SAMENSPEL_READ_MODELS', { SAMENSPEL_STORE: 'kurrentdb://db:2113', SAMENSPEL_READ_MODELS: 'kurrentdb://admin:s3cret@db:2113' }],
    ['SAMENSPEL_KEY_STORE', { SAMENSPEL_KEY_STORE: 'vault' }],
    ['SAMENSPEL_KEY_STORE', { SAMENSPEL_KEY_STORE: 'postgres://samenspel:s3cret@db/care' }],
    ['SAMENSPEL_KEY_STORE', { SAMENSPEL_STORE: 'postgres://samenspel:s3cret@db/care', SAMENSPEL_KEY_STORE: 'sqlite' }],
    ['SAMENSPEL_KEY_STORE', { SAMENSPEL_STORE: 'postgres://samenspel:s3cret@db/care', SAMENSPEL_KEY_STORE: 'postgres://keys:s3cret@db:5432/care' }],
  ])('%s that can not work is refused with one sentence that names it, and no password', (name, environment) => {
    const sentence = problemOf(environment)
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/^[^\n]+\.$/)
    expect(sentence).not.toContain('s3cret')
  })

  test('mail goes through the server that is named, from one address, and says where people sign in', () => {
    const own = { SAMENSPEL_SMTP: 'smtps://samenspel:s3cret@mail.example.org', SAMENSPEL_MAIL_FROM: 'samenspel@Example.org' }
    expect(read({ ...own, SAMENSPEL_PUBLIC_URL: 'https://samenspel.example.org/', SAMENSPEL_ENV: 'production' })).toMatchObject({ settings: { mail: { url: own.SAMENSPEL_SMTP, from: 'samenspel@example.org' }, publicUrl: 'https://samenspel.example.org' } })
    expect(read(own)).toMatchObject({ settings: { mail: { from: 'samenspel@example.org' } } })
    expect(read({})).not.toHaveProperty('settings.mail')
  })
  test.each<readonly [string, Environment]>([
    ['SAMENSPEL_SMTP', { SAMENSPEL_SMTP: 'mail.example.org', SAMENSPEL_MAIL_FROM: 'a@example.org' }],
    ['SAMENSPEL_SMTP', { SAMENSPEL_SMTP: 'https://samenspel:s3cret@mail.example.org', SAMENSPEL_MAIL_FROM: 'a@example.org' }],
    ['SAMENSPEL_SMTP', { SAMENSPEL_SMTP: 'smtp://samenspel:s3cret@mail.example.org/path', SAMENSPEL_MAIL_FROM: 'a@example.org' }],
    ['SAMENSPEL_SMTP', { SAMENSPEL_SMTP: 'smtp://samenspel:s3cret%@mail.example.org', SAMENSPEL_MAIL_FROM: 'a@example.org' }],
    ['SAMENSPEL_MAIL_FROM', { SAMENSPEL_SMTP: 'smtp://samenspel:s3cret@mail.example.org' }],
    ['SAMENSPEL_MAIL_FROM', { SAMENSPEL_SMTP: 'smtp://samenspel:s3cret@mail.example.org', SAMENSPEL_MAIL_FROM: 'Samenspel' }],
    ['SAMENSPEL_MAIL_FROM', { SAMENSPEL_MAIL_FROM: 'a@example.org' }],
    ['SAMENSPEL_PUBLIC_URL', { SAMENSPEL_SMTP: 'smtp://samenspel:s3cret@mail.example.org', SAMENSPEL_MAIL_FROM: 'a@example.org', SAMENSPEL_ENV: 'production' }],
    ['SAMENSPEL_PUBLIC_URL', { SAMENSPEL_PUBLIC_URL: 'http://samenspel.example.org' }],
    ['SAMENSPEL_PUBLIC_URL', { SAMENSPEL_PUBLIC_URL: 'https://samenspel.example.org/parent/' }],
  ])('%s that can not send mail is refused with one sentence that names it, and no password', (name, environment) => {
    const sentence = problemOf(environment)
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/^[^\n]+\.$/)
    expect(sentence).not.toContain('s3cret')
  })

  test('an empty variable counts as not set', () => {
    expect(read({ SAMENSPEL_PORT: '', SAMENSPEL_DEMO: ' ' })).toMatchObject({ settings: { port: 3000, demo: true } })
  })

  const hospital = {
    SAMENSPEL_OIDC: 'hospital', SAMENSPEL_OIDC_HOSPITAL_FOR: 'desk', SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'https://sign-in.example.org/realm', SAMENSPEL_OIDC_HOSPITAL_CLIENT_ID: 'samenspel',
    SAMENSPEL_OIDC_HOSPITAL_SECOND_FACTOR: 'mfa, otp', SAMENSPEL_PUBLIC_URL: 'https://samenspel.example.org', SAMENSPEL_ENV: 'production',
  }
  test('people sign in at servers that have names, each for one of the apps', () => {
    expect(read({ ...hospital, SAMENSPEL_OIDC_HOSPITAL_LABEL: 'Streekziekenhuis', SAMENSPEL_OIDC_HOSPITAL_CLIENT_SECRET_FILE: 'keys/hospital' })).toMatchObject({ settings: { issuers: [{
      name: 'hospital', app: 'desk', label: 'Streekziekenhuis', url: 'https://sign-in.example.org/realm', clientId: 'samenspel', secondFactor: ['mfa', 'otp'], clientSecretFile: '/home/somebody/samenspel/keys/hospital',
    }] } })
  })
  test.each<readonly [string, Environment]>([
    ['SAMENSPEL_OIDC ', { SAMENSPEL_OIDC: 'hospital,hospital' }],
    ['SAMENSPEL_OIDC ', { SAMENSPEL_OIDC: 'Hospital one' }],
    ['SAMENSPEL_OIDC_HOSPITAL_FOR', { SAMENSPEL_OIDC_HOSPITAL_FOR: 'everybody' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: '' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'http://sign-in.example.org' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'https://localhost:8080' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'https://127.0.0.1' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'https://me:s3cret@sign-in.example.org' }],
    ['SAMENSPEL_OIDC_HOSPITAL_ISSUER', { SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'http://127.0.0.1:8080', SAMENSPEL_ENV: 'production' }],
    ['SAMENSPEL_OIDC_HOSPITAL_CLIENT_ID', { SAMENSPEL_OIDC_HOSPITAL_CLIENT_ID: ' ' }],
    ['SAMENSPEL_OIDC_HOSPITAL_SECOND_FACTOR', { SAMENSPEL_OIDC_HOSPITAL_SECOND_FACTOR: '' }],
    ['SAMENSPEL_PUBLIC_URL', { SAMENSPEL_PUBLIC_URL: '' }],
    ['SAMENSPEL_PUBLIC_URL', { SAMENSPEL_PUBLIC_URL: 'http://127.0.0.1:3000' }],
  ])('%s that can not let people sign in is refused with one sentence that names it', (name, environment) => {
    const sentence = problemOf({ ...hospital, ...environment })
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/^[^\n]+\.$/)
    expect(sentence).not.toContain('s3cret')
  })
  test('on this machine a server may be here too, without TLS: to develop and to test', () => {
    expect(read({ ...hospital, SAMENSPEL_ENV: 'development', SAMENSPEL_PUBLIC_URL: '', SAMENSPEL_OIDC_HOSPITAL_ISSUER: 'http://127.0.0.1:8080' })).toMatchObject({ settings: { issuers: [{ url: 'http://127.0.0.1:8080' }] } })
  })
})
