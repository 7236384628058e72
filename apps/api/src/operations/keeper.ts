import { nameKeeper, unnameKeeper } from '../tablets/keepers.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { idOf, isThere, openState } from './invite.ts'
import { openLogsOf } from './open-logs.ts'

export const keeper: Command = {
  name: 'keeper',
  summary: 'says who of an organisation keeps its tablets and its codes for signing in',
  help: `Usage: samenspel keeper name PERSON [--json]
       samenspel keeper withdraw PERSON [--json]

Somebody of the register keeps the keys of the organisation for which they work: at the desk they enrol tablets that a group
shares, tell their colleagues codes for signing in for the first time, and end the sign-in of who left. They see no file more
by it. A privacy officer keeps the keys of their organisation without being named here.

  name      names somebody of the register
  withdraw  takes that away again; tablets and codes stay

The application may run.

Exit codes: 0 done; 64 wrong usage; 66 there is no such person, or they kept nothing; 74 can't read or write; 78 a wrong setting.`,
  options: {},
  positionals: [2, 2],
  run: async ({ positionals: [what, id] }, { settings, clock }) => {
    const person = idOf(id, keeper.help)
    if (what !== 'name' && what !== 'withdraw') throw new OperationStopped(exit.usage, `${what ?? 'Nothing'} is no way to change who keeps the keys.\n\n${keeper.help}`)
    const opened = await openState(settings)
    try {
      if (what === 'withdraw') {
        if (!await unnameKeeper(opened.state, person)) throw new OperationStopped(exit.noInput, `${person} keeps no keys here.`)
        return { exitCode: exit.fine, lines: [`${person} keeps the keys no more.`], result: { person, keeps: false } }
      }
      const logs = await openLogsOf(settings)
      try {
        if (!await isThere(logs, `practitioner-${person}`)) throw new OperationStopped(exit.noInput, `There is no practitioner ${person} here.`)
      } finally {
        await logs.close()
      }
      await nameKeeper(opened.state, person, clock)
      return { exitCode: exit.fine, lines: [`${person} keeps the keys of the organisation for which they work.`], result: { person, keeps: true } }
    } finally {
      await opened.close()
    }
  },
}
