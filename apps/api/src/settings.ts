import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { leastLogYears, type LogYears } from '@samenspel/erasure'
import type { Jurisdiction } from '@samenspel/kernel'
import { usualRegistrationTerms, type RegistrationTerms } from '@samenspel/register'
import type { ScannerAddress } from './documents/scanning.ts'
import { readAddress } from './messages/address.ts'
import { readIssuers, type Issuer } from './sign-in/oidc-settings.ts'

/** Exit code of a start that a wrong setting stopped (`EX_CONFIG`). */
export const exitWrongSetting = 78

/** Everything that can be set, checked; nothing else in the program reads the environment. */
export type Settings = {
  readonly port: number
  readonly host: string
  /** Folder of all data, absolute. */
  readonly dataFolder: string
  /** Whether the demo region may be opened on an empty folder, and its people may sign in. */
  readonly demo: boolean
  readonly production: boolean
  /** Where the events and the access log are kept. */
  readonly store: InFiles | InPostgres | InKurrentdb
  /** Where read models, sessions and drafts are kept. */
  readonly tables: InFiles | InPostgres
  /** Where the keys of persons are kept: as the tables, in files of one process or in a database of several; never with them in one database. */
  readonly keyStore: InFiles | InPostgres
  /** File of the key that wraps all other keys; never inside `dataFolder`. */
  readonly masterKeyFile: string
  readonly urgentNumbers: UrgentNumbers
  /** Where copies of the signed checkpoints go, outside the data folder: best to a place that others look after. */
  readonly checkpoints?: CheckpointsPlace
  /** How long backups of the keys are kept: so many days after an erasure no backup holds the keys any more. */
  readonly keyBackupDays: number
  /** How many days a working note of a professional is kept after its last change. */
  readonly noteDays: number
  /** How many years lines of the access log are kept at least, by country; then a human decides (L-09). */
  readonly logYears: LogYears
  /** For how many months a registration as IMH specialist holds, by country of the organisation that records it (K-01). */
  readonly registrationMonths: RegistrationTerms
  /** Whether families read in the access log who of a staff it was, or the role and the organisation alone (L-07). */
  readonly namesStaff: boolean
  /** A clamd that looks through files before they are kept; absent where none is asked. */
  readonly scanner?: ScannerAddress
  /** The mail server, and from whom mail comes; absent where mail doesn't leave this machine. */
  readonly mail?: MailSettings
  /** Where people find the apps, without a slash at its end; what stands in mail. Absent: where it listens. */
  readonly publicUrl?: string
  /** The servers where people sign in (OpenID Connect). */
  readonly issuers: readonly Issuer[]
}

/** A URL may hold a password: it goes to the mail server, and is never printed. */
export type MailSettings = { readonly url: string; readonly from: string }

/** In the data folder. */
export type InFiles = { readonly kind: 'sqlite' }
/** A URL may hold a password: it goes to the driver, and is never printed. */
export type InPostgres = { readonly kind: 'postgres'; readonly url: string }
export type InKurrentdb = { readonly kind: 'kurrentdb'; readonly url: string }

/** A folder, absolute, or an address that takes them by POST. */
export type CheckpointsPlace = { readonly folder: string } | { readonly url: string }

/** Whom anybody in a country can ring right now; a family's own numbers stand in its file. */
export type UrgentNumbers = { readonly emergency: string; readonly crisisLine: Readonly<Record<Jurisdiction, string>> }

/** NL: 113 Zelfmoordpreventie. BE: Zelfmoordlijn 1813. */
export const usualUrgentNumbers: UrgentNumbers = { emergency: '112', crisisLine: { NL: '113', BE: '1813' } }

export type Environment = Readonly<Record<string, string | undefined>>

/** `HOST:PORT`, an IPv6 address in brackets. */
const scannerOf = (text: string): ScannerAddress | undefined => {
  const [, bracketed, plain, port = ''] = /^(?:\[([0-9a-f:]+)\]|([^\s/:]+)):(\d{1,5})$/iu.exec(text) ?? []
  const host = bracketed ?? plain
  return host === undefined || Number(port) < 1 || Number(port) > 65_535 ? undefined : { host, port: Number(port) }
}

const loopback = ['127.0.0.1', 'localhost', '::1']
export const isLoopback = (host: string): boolean => loopback.includes(host)

/**
 * Reads `SAMENSPEL_…` variables; an empty one counts as not set.
 * @returns the settings, or one sentence for the operator that says which variable is wrong and what it may be.
 */
export const readSettings = (environment: Environment, workingFolder: string): { readonly settings: Settings } | { readonly problem: string } => {
  const value = (name: string): string | undefined => {
    const text = environment[`SAMENSPEL_${name}`]?.trim()
    return text === '' ? undefined : text
  }
  const problem = (name: string, rest: string) => ({ problem: `SAMENSPEL_${name} is '${value(name)}', but ${rest}` })

  const portText = value('PORT') ?? '3000'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535) return problem('PORT', 'a port is a whole number from 1 to 65535.')

  const environmentName = value('ENV') ?? 'development'
  if (environmentName !== 'development' && environmentName !== 'production') return problem('ENV', 'it can be development or production.')
  const production = environmentName === 'production'

  const demoText = value('DEMO')
  if (demoText !== undefined && demoText !== 'on' && demoText !== 'off') return problem('DEMO', 'it can be on or off.')
  if (demoText === 'on' && production) return problem('DEMO', 'SAMENSPEL_ENV=production has no demo region and no demo sign-in.')

  const host = value('HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) return problem('HOST', 'it must be an address to listen on, such as 127.0.0.1.')
  if (demoText === 'on' && !isLoopback(host)) return problem('HOST', 'the demo region is served on 127.0.0.1 only; set SAMENSPEL_DEMO=off to listen elsewhere.')

  const places = placesOf(value('STORE'), value('READ_MODELS'), value('KEY_STORE'))
  if ('problem' in places) return places

  const numbers = { EMERGENCY_NUMBER: usualUrgentNumbers.emergency, CRISIS_LINE_NL: usualUrgentNumbers.crisisLine.NL, CRISIS_LINE_BE: usualUrgentNumbers.crisisLine.BE }
  const numberOf = (name: keyof typeof numbers): string => value(name) ?? numbers[name]
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) if (!/^\+?\d[\d -]{1,18}$/.test(numberOf(name))) return problem(name, 'it must be a number to ring, such as 112 or 0800-0113.')

  const daysText = value('KEY_BACKUP_DAYS') ?? '30'
  if (!/^\d{1,4}$/.test(daysText)) return problem('KEY_BACKUP_DAYS', 'it must be a whole number of days, such as 30.')

  const noteDaysText = value('NOTE_DAYS') ?? '182'
  if (!/^[1-9]\d{0,3}$/.test(noteDaysText)) return problem('NOTE_DAYS', 'it must be a whole number of days, such as 182.')

  const years = { NL: value('LOG_YEARS_NL') ?? String(leastLogYears), BE: value('LOG_YEARS_BE') ?? String(leastLogYears) }
  for (const country of ['NL', 'BE'] as const) if (!/^[1-9]\d?$/.test(years[country]) || Number(years[country]) < leastLogYears) return problem(`LOG_YEARS_${country}`, `lines of the access log are kept at least ${leastLogYears} years; it must be a whole number of years from there to 99.`)

  const months = { NL: value('REGISTRATION_MONTHS_NL') ?? String(usualRegistrationTerms.NL), BE: value('REGISTRATION_MONTHS_BE') ?? String(usualRegistrationTerms.BE) }
  for (const country of ['NL', 'BE'] as const) if (!/^[1-9]\d{0,2}$/.test(months[country])) return problem(`REGISTRATION_MONTHS_${country}`, `it must be a whole number of months, such as ${usualRegistrationTerms[country]}.`)

  const namesText = value('STAFF_NAMES') ?? 'shown'
  if (namesText !== 'shown' && namesText !== 'hidden') return problem('STAFF_NAMES', 'it can be shown or hidden.')

  const scannerText = value('SCANNER')
  const scanner = scannerText === undefined ? undefined : scannerOf(scannerText)
  if (scannerText !== undefined && scanner === undefined) return problem('SCANNER', 'it must be where a clamd listens, as HOST:PORT, such as 127.0.0.1:3310.')

  const dataFolder = resolve(workingFolder, value('DATA') ?? 'data')
  const masterKeyFile = resolve(workingFolder, value('MASTER_KEY_FILE') ?? defaultMasterKeyFile(dataFolder))
  if (isInside(dataFolder, masterKeyFile)) return problem('MASTER_KEY_FILE', 'the master key must lie outside the data folder: a copy of the data must not carry its key.')

  const place = placeOf(value('CHECKPOINTS'), workingFolder)
  if (place !== undefined && 'folder' in place && isInside(dataFolder, place.folder)) return problem('CHECKPOINTS', 'the copies of checkpoints must lie outside the data folder: they tell when something in it is missing.')

  const mail = mailOf(value('SMTP'), value('MAIL_FROM'), value('PUBLIC_URL'), production || !isLoopback(host))
  if ('problem' in mail) return mail

  const oidc = readIssuers(value, production)
  if ('problem' in oidc) return oidc
  const issuers = oidc.issuers.map((issuer) => issuer.clientSecretFile === undefined ? issuer : { ...issuer, clientSecretFile: resolve(workingFolder, issuer.clientSecretFile) })
  if (issuers.length > 0 && mail.publicUrl === undefined && (production || !isLoopback(host))) return { problem: 'SAMENSPEL_PUBLIC_URL must be set with SAMENSPEL_OIDC: the sign-in servers send people back there, to an address such as https://samenspel.example.org.' }
  if (production && mail.publicUrl?.startsWith('http:') === true) return problem('PUBLIC_URL', 'SAMENSPEL_ENV=production is reached over https only.')

  return { settings: {
    port, host, dataFolder, demo: demoText !== 'off' && !production && isLoopback(host), production, ...places, masterKeyFile,
    urgentNumbers: { emergency: numberOf('EMERGENCY_NUMBER'), crisisLine: { NL: numberOf('CRISIS_LINE_NL'), BE: numberOf('CRISIS_LINE_BE') } },
    ...(place !== undefined && { checkpoints: place }), keyBackupDays: Number(daysText), noteDays: Number(noteDaysText), logYears: { NL: Number(years.NL), BE: Number(years.BE) }, registrationMonths: { NL: Number(months.NL), BE: Number(months.BE) }, namesStaff: namesText === 'shown', ...(scanner !== undefined && { scanner }), ...mail, issuers,
  } }
}

/** What none of these sentences says is the value itself: a URL may hold a password. */
const placesOf = (store: string | undefined, tables: string | undefined, keyStore: string | undefined): Pick<Settings, 'store' | 'tables' | 'keyStore'> | { readonly problem: string } => {
  const problem = (name: string, rest: string) => ({ problem: `SAMENSPEL_${name} ${rest}` })
  const events = keptIn(store ?? 'sqlite')
  if (events === undefined) return problem('STORE', 'must be sqlite, postgres://USER:PASSWORD@HOST/DATABASE or kurrentdb://HOST:2113.')
  if (tables !== undefined && events.kind !== 'kurrentdb') return problem('READ_MODELS', 'is for SAMENSPEL_STORE=kurrentdb://… only; otherwise read models and sessions are kept where the events are.')
  const readModels = events.kind === 'kurrentdb' ? keptIn(tables ?? 'sqlite') : events
  if (readModels === undefined || readModels.kind === 'kurrentdb') return problem('READ_MODELS', 'must be sqlite or postgres://USER:PASSWORD@HOST/DATABASE.')
  const keys = keyStore === undefined ? keysBeside(readModels) : keptIn(keyStore)
  if (keys === undefined || keys.kind === 'kurrentdb') return problem('KEY_STORE', 'must be sqlite or postgres://USER:PASSWORD@HOST/DATABASE.')
  if (keys.kind === 'sqlite' && readModels.kind === 'postgres') return problem('KEY_STORE', 'must be a PostgreSQL database too: what several processes share, the keys of one machine can\'t open.')
  if (keys.kind === 'postgres' && readModels.kind === 'sqlite') return problem('KEY_STORE', 'must be sqlite: keys are kept in PostgreSQL where the rest is kept in PostgreSQL too.')
  if (keys.kind === 'postgres' && readModels.kind === 'postgres' && databaseOf(keys) === databaseOf(readModels)) return problem('KEY_STORE', 'must be another database: a backup of the events must not bring along the keys that open them.')
  return { store: events, tables: readModels, keyStore: keys }
}

/** @param reached whether people reach the apps at another address than this machine's own */
const mailOf = (smtp: string | undefined, from: string | undefined, publicUrl: string | undefined, reached: boolean): Pick<Settings, 'mail' | 'publicUrl'> | { readonly problem: string } => {
  const problem = (name: string, rest: string) => ({ problem: `SAMENSPEL_${name} ${rest}` })
  const url = publicUrl === undefined ? undefined : publicUrlOf(publicUrl)
  if (publicUrl !== undefined && url === undefined) return problem('PUBLIC_URL', 'must be where people find the apps, such as https://samenspel.example.org, with https except on this machine, and nothing behind it.')
  const own = url === undefined ? {} : { publicUrl: url }
  if (smtp === undefined) return from === undefined ? own : problem('MAIL_FROM', 'is for SAMENSPEL_SMTP=smtp://… only: without a mail server there is no mail.')
  // The value itself is not said: it may hold a password.
  if (!isSmtp(smtp)) return problem('SMTP', 'must be smtp://NAME:PASSWORD@HOST:PORT or smtps://…; signs in a name or password are written as %40 and the like.')
  const address = from === undefined ? undefined : readAddress(from)
  if (address === undefined) return problem('MAIL_FROM', 'must be the mail address that mail comes from, such as samenspel@example.org.')
  if (url === undefined && reached) return problem('PUBLIC_URL', 'must be set with SAMENSPEL_SMTP: people sign in there from a mail, at an address such as https://samenspel.example.org.')
  return { ...own, mail: { url: smtp, from: address } }
}

const isSmtp = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash } = new URL(text)
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '' && (pathname === '' || pathname === '/') && search === '' && hash === '' && isDecodable(text)
}

const isDecodable = (text: string): boolean => {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}

const publicUrlOf = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, pathname, search, hash, username, password, origin } = new URL(text)
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '' && password === ''
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))) ? origin : undefined
}

const keptIn = (text: string): InFiles | InPostgres | InKurrentdb | undefined => {
  if (text === 'sqlite') return { kind: 'sqlite' }
  if (/^kurrentdb(\+discover)?:\/\/./.test(text)) return { kind: 'kurrentdb', url: text }
  // Without a name, the driver would take the database that is called as the user.
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1 ? { kind: 'postgres', url: text } : undefined
}

/** When nobody says where the keys are: on the same server, in a database named after the other. */
const keysBeside = (tables: InFiles | InPostgres): InFiles | InPostgres => {
  if (tables.kind === 'sqlite') return tables
  const url = new URL(tables.url)
  url.pathname += '_keys'
  return { kind: 'postgres', url: url.href }
}

const databaseOf = ({ url }: InPostgres): string => {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return JSON.stringify([searchParams.get('host') ?? hostname, port === '' ? '5432' : port, pathname])
}

const placeOf = (text: string | undefined, workingFolder: string): CheckpointsPlace | undefined => {
  if (text === undefined) return undefined
  return /^https?:\/\//.test(text) && URL.canParse(text) ? { url: text } : { folder: resolve(workingFolder, text) }
}

/** Beside the data folder, named after it: `./data` has its key in `./.samenspel/data.key`. */
const defaultMasterKeyFile = (dataFolder: string): string => join(dirname(dataFolder), '.samenspel', `${basename(dataFolder)}.key`)

/** Whether a path is that folder, or lies in it. */
export const isInside = (folder: string, file: string): boolean => {
  const path = relative(folder, file)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}
