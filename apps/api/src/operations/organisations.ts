import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, newId, system, type Clock, type OrganisationId } from '@samenspel/kernel'
import type { Organisation, PlannedRow } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { Refused } from '../graphql/refused.ts'
import { openRegisterImports } from '../processes/register-imports.ts'
import { organisations as columns } from '../register-lists/columns.ts'
import { planOrganisations } from '../register-lists/plan-organisations.ts'
import { organisationsExample, organisationWords } from '../register-lists/write-list.ts'
import type { Command, Outcome } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'

export const organisations: Command = {
  name: 'organisations',
  summary: 'tells which organisations are registered, and registers new ones from a list',
  help: `Usage: samenspel organisations list [--json]
       samenspel organisations example
       samenspel organisations look FILE [--json]
       samenspel organisations bring-in FILE [--json]

An installation begins with its organisations. A list is a CSV file with names above its columns, Dutch or English: name,
discipline, country, first place, address, phone, lies beside. Name, discipline and country must be there. An organisation is
known by its name and its country; one that is there already stays as it is.

  list      every organisation, with the id that other commands take
  example   a list to begin with
  look      says of each row what it comes to, and why a row can't be; saves nothing
  bring-in  registers what is new: the whole list or, where one row can't be, nothing

A new organisation opens nothing and is shown to nobody. Then make a code for its first officer (samenspel invite officer),
who adds its people and places at the desk. With data in SQLite the application must not run.

Exit codes: 0 done; 1 a row can't be, and nothing was saved; 64 wrong usage; 66 there is no such file, or it is no such list;
74 can't read or write; 75 the application is running: stop it first; 78 a wrong setting.`,
  options: {},
  positionals: [1, 2],
  run: async ({ positionals: [what, file] }, { settings, workingFolder, clock }) => {
    if (what === 'example') return exampleOutcome()
    if (what !== 'list' && what !== 'look' && what !== 'bring-in') throw new OperationStopped(exit.usage, `${what ?? 'Nothing'} is nothing to do with organisations.\n\n${organisations.help}`)
    if ((what === 'list') !== (file === undefined)) throw new OperationStopped(exit.usage, organisations.help)
    const content = file === undefined ? '' : await readList(resolve(workingFolder, file))
    const stores = await openStores(settings)
    try {
      if (stores.losses.length > 0 || !stores.isWritable()) throw new OperationStopped(exit.inputOutput, 'Nothing can be recorded here: run samenspel verify.')
      const files = openFiles(stores.events)
      const known = await everyOrganisation(stores, files)
      return what === 'list' ? listOutcome(known) : await bringIn(files, known, content, what === 'look', clock)
    } finally {
      await stores.close()
    }
  },
}

const readList = async (file: string): Promise<string> => readFile(file, 'utf8').catch((error: unknown) => {
  throw new OperationStopped(exit.noInput, `There is no file ${file} that can be read.`, { cause: error })
})

const everyOrganisation = async ({ events }: Stores, files: AllFiles): Promise<readonly Organisation[]> => {
  const ids = new Set<OrganisationId>()
  for await (const { stream } of events.readAll({ filter: { streamPrefix: 'organisation-', types: ['OrganisationRegistered'] } })) ids.add(stream.slice('organisation-'.length))
  return (await Promise.all([...ids].map(files.organisations.state))).filter((one) => one !== undefined).sort((a, b) => compareTexts(a.name, b.name))
}

const exampleOutcome = (): Outcome => {
  const content = organisationsExample('en', 'NL', undefined).replace(/^\uFEFF/, '').trimEnd()
  return { exitCode: exit.fine, lines: content.split('\r\n'), result: { content } }
}

const listOutcome = (known: readonly Organisation[]): Outcome => ({
  exitCode: exit.fine,
  lines: known.length === 0 ? ['There are no organisations yet.'] : known.map(({ id, name, jurisdiction }) => `${id}  ${name} (${jurisdiction})`),
  result: { organisations: known.map(({ id, name, discipline, jurisdiction }) => ({ id, name, discipline, country: jurisdiction })) },
})

const bringIn = async (files: AllFiles, known: readonly Organisation[], content: string, isLookOnly: boolean, clock: Clock): Promise<Outcome> => {
  const neighbours = known.flatMap(({ name: house, locations }) => locations.map(({ name, point }) => ({ name: name === house ? name : `${name}, ${house}`, point })))
  const { rows, organisations: listed } = planned(() => planOrganisations(content, { known, neighbours, usual: { point: neighbours[0]?.point ?? { x: 0, y: 0 } } }))
  const told = rows.map(rowLine)
  const result = { rows: rows.map(({ line, name, kind }) => ({ line, name, kind })) }
  if (rows.some(({ kind }) => kind === 'wrong')) return { exitCode: exit.foundSomethingWrong, lines: [...told, 'Nothing was saved: put right what can’t be, and look again.'], result }
  if (isLookOnly || listed.length === 0) return { exitCode: exit.fine, lines: [...told, listed.length === 0 ? 'There is nothing new in it.' : 'Nothing was saved yet: bring it in with samenspel organisations bring-in.'], result }
  const first = listed[0]!.organisationId
  const importId = newId()
  const { refusal } = await files.organisations.handle(first, { type: 'RegisterOrganisations', by: system, at: clock(), importId, organisations: listed }, importId)
  if (refusal !== undefined) throw new OperationStopped(exit.inputOutput, `Nothing was saved: ${refusal.code}.`)
  await openRegisterImports(files, clock).carryOut(first)
  return {
    exitCode: exit.fine,
    lines: [...told, ...listed.map(({ organisationId, name }) => `${organisationId}  ${name}`), 'They are registered. Make a code for the first officer of each: samenspel invite officer ORGANISATION --named NAME.'],
    result: { ...result, organisations: listed.map(({ organisationId: id, name }) => ({ id, name })) },
  }
}

/** @throws OperationStopped where the list can't be read at all */
const planned = <Plan>(plan: () => Plan): Plan => {
  try {
    return plan()
  } catch (error) {
    if (error instanceof Refused) throw new OperationStopped(exit.noInput, `This is no list of organisations (${error.refusal.code}). Begin with samenspel organisations example.`, { cause: error })
    throw error
  }
}

const kinds = { new: 'new', changed: 'changes', same: 'is there already', wrong: 'can’t be' } as const

const rowLine = ({ line, name, kind, changes, problems }: PlannedRow): string => {
  const text = viewText('en')
  const words = organisationWords('en')
  const said = kind === 'wrong'
    ? problems.map(({ column, code, about }) => `${column === undefined ? '' : `${columns.nameOf('en', column as never)}: `}${text(`listProblem.${code}`, { ...about })}`)
    : changes.map(({ column, after }) => `${columns.nameOf('en', column as never)}: ${words(column as never, after)}`)
  return `Line ${line}, ${name === '' ? 'no name' : name}: ${kinds[kind]}${said.length === 0 ? '' : `. ${said.join('; ')}`}`
}
