import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type Id } from '@samenspel/kernel'
import { openTables } from '../composition/tables.ts'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import type { Settings } from '../settings.ts'
import { codeHours, invite as makeCode, mostTries, withdraw, type Invited } from '../sign-in/links.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { openLogsOf, type Logs } from './open-logs.ts'

export const invite: Command = {
  name: 'invite',
  summary: 'makes a code with which somebody signs in for the first time',
  help: `Usage: samenspel invite professional PERSON [--json]
       samenspel invite parent FAMILY PERSON [--json]
       samenspel invite officer ORGANISATION --named NAME [--person PERSON] [--json]
       samenspel invite withdraw PERSON [--json]

A sign-in server (SAMENSPEL_OIDC) proves that somebody is the one who signed in before; who that is in the register or
in a family, a code says. It is typed in after signing in for the first time. It works once, for ${codeHours} hours, and is dead
after ${mostTries} wrong tries; a new one for the same person ends the one before. Hand it over in person or by telephone, to
whom you know, and never by the way that tells of signing in. It is printed once, and kept nowhere.

  professional  somebody of the register
  parent        a member of a family who is no child; whether PERSON is one, is looked at when the code is used
  officer       a privacy officer of an organisation
  withdraw      takes away somebody's codes and sign-ins, and ends their sessions. What they wrote stays. That a
                professional left, so that no mail goes to them, whoever keeps the keys of the organisation records at the desk
  --named NAME  how the officer is called
  --person ID   the officer's id, when there was a code before; without it somebody new is made

The application may run.

Exit codes: 0 done; 64 wrong usage; 66 there is no such person, family or organisation, or nothing to withdraw;
74 can't read or write; 78 a wrong setting.`,
  options: { named: { type: 'string' }, person: { type: 'string' } },
  positionals: [2, 3],
  run: async ({ positionals: [kind, ...ids], options: { named, person } }, { settings, clock }) => {
    const opened = await openState(settings)
    try {
      if (kind === 'withdraw') {
        const ended = await withdraw(opened.state, idOf(ids[0]))
        return { exitCode: exit.fine, lines: [`${ids[0]} can sign in no more, until there is a new code (${ended} sign-ins taken away).`], result: { person: ids[0], ended } }
      }
      const { invited, stream } = askedFor(kind, ids, { named, person })
      const logs = await openLogsOf(settings)
      try {
        if (kind === 'professional' && await hasLeft(logs, stream)) throw new OperationStopped(exit.noInput, `${invited.person} works there no more, so a code of yours would open nothing. Who keeps the keys of the organisation lets somebody in again at the desk.`)
        if (!await isThere(logs, stream)) throw new OperationStopped(exit.noInput, `There is no ${stream.replace('-', ' ')} here.`)
      } finally {
        await logs.close()
      }
      const { code, until } = await makeCode(opened.state, invited, clock())
      return {
        exitCode: exit.fine,
        lines: [code, `It works once, until ${until}, for ${kind} ${invited.person}. It is kept nowhere: hand it over yourself.`],
        result: { code, until, person: invited.person },
      }
    } finally {
      await opened.close()
    }
  },
}

type Options = { readonly named: string | boolean | undefined; readonly person: string | boolean | undefined }

/** Whom the words name, and the stream that must be there. @throws OperationStopped */
const askedFor = (kind: string | undefined, [first, second]: readonly string[], { named, person }: Options): { readonly invited: Invited; readonly stream: string } => {
  switch (kind) {
    case 'professional': return { invited: { person: idOf(first), role: 'professional' }, stream: `practitioner-${idOf(first)}` }
    case 'parent': return { invited: { person: idOf(second), role: 'familyMember', family: idOf(first) }, stream: `family-${idOf(first)}` }
    case 'officer': {
      if (typeof named !== 'string' || named.trim() === '' || named.length > 100) throw new OperationStopped(exit.usage, `Say how the officer is called with --named NAME.\n\n${invite.help}`)
      const id = typeof person === 'string' ? idOf(person) : newId()
      return { invited: { person: id, role: 'privacyOfficer', organisation: idOf(first), name: named.trim() }, stream: `organisation-${idOf(first)}` }
    }
    default: throw new OperationStopped(exit.usage, `${kind} can't be invited.\n\n${invite.help}`)
  }
}

/** @throws OperationStopped for what is no id */
export const idOf = (text: string | undefined, help = invite.help): Id => {
  if (text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text
  throw new OperationStopped(exit.usage, `${text ?? 'Nothing'} is no id.\n\n${help}`)
}

export const isThere = async ({ sources: { events } }: Logs, stream: string): Promise<boolean> => {
  for await (const event of events.readAll({ filter: { streamPrefix: stream }, limit: 1 })) return event.stream === stream
  return false
}

/** Whether the desk recorded that somebody left, and not that they came back: the types of events are readable without a key. */
const hasLeft = async ({ sources: { events } }: Logs, stream: string): Promise<boolean> => {
  let left = false
  for await (const event of events.readAll({ filter: { streamPrefix: stream, types: ['EmploymentEnded', 'EmploymentResumed'] } })) if (event.stream === stream) left = event.type === 'EmploymentEnded'
  return left
}

/** The database beside the events alone: whoever runs the application keeps its lock. */
export const openState = async ({ tables, store, dataFolder }: Settings): Promise<{ readonly state: StateDatabase; readonly close: () => Promise<void> }> => {
  if (tables.kind === 'postgres') return openTables({ tables, store, dataFolder })
  const file = join(dataFolder, 'state.sqlite')
  if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There are no data in ${dataFolder}. SAMENSPEL_DATA says in which folder they are.`)
  const state = await openStateDatabase(file)
  return { state, close: () => state.destroy() }
}
