import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openTables } from '../composition/tables.ts'
import { openOutbox, type LetterLine } from '../messages/outbox.ts'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import type { Settings } from '../settings.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'

export const messages: Command = {
  name: 'messages',
  summary: 'tells which mail is uncertain or was refused, and settles it',
  help: `Usage: samenspel messages [--again LETTER | --settled LETTER] [--json]

Without an option: how much mail waits, was sent or dropped, and by name every letter that is uncertain (its text was
given to the mail server, and the answer never came) or refused (the server of the address would not take it). No
address is shown; in the log of the mail server a letter stands under the same name, as Message-ID.

  --again LETTER    the mail server never had it: send it once more, under the same name
  --settled LETTER  it arrived, or doesn't matter any more

Exit codes: 0 nothing is uncertain, or it was settled; 1 something is uncertain; 66 there is no such letter, or no
data; 78 a wrong setting. The application may run meanwhile.`,
  options: { again: { type: 'string' }, settled: { type: 'string' } },
  positionals: [0, 0],
  run: async ({ options: { again, settled } }, { settings, clock }) => {
    const opened = await openState(settings)
    try {
      const outbox = openOutbox(opened.state)
      const letter = again ?? settled
      if (typeof letter === 'string') {
        if (!await outbox.settle(letter, again === undefined ? 'settled' : 'again', clock())) throw new OperationStopped(exit.noInput, `There is no uncertain letter ${letter}.`)
        return { exitCode: exit.fine, lines: [again === undefined ? 'It is settled.' : 'It is sent again.'], result: { letter, how: again === undefined ? 'settled' : 'again' } }
      }
      const [counts, uncertain, refused] = await Promise.all([outbox.counts(), outbox.letters('uncertain'), outbox.letters('refused')])
      return {
        exitCode: uncertain.length === 0 ? exit.fine : exit.foundSomethingWrong,
        lines: [
          `${counts.waiting + counts.claimed + counts.sending} waiting, ${counts.sent + counts.settled} sent, ${counts.dropped} dropped.`,
          ...uncertain.map((one) => lineOf('uncertain', one)), ...refused.map((one) => lineOf('refused', one)),
        ],
        result: { counts, uncertain, refused },
      }
    } finally {
      await opened.close()
    }
  },
}

const lineOf = (word: string, { letter, kind, at, code }: LetterLine): string => `${word} ${letter} (${kind}, ${at}${code === undefined ? '' : `, ${code}`})`

/** The database beside the events alone: whoever runs the application keeps its lock. */
const openState = async ({ tables, store, dataFolder }: Settings): Promise<{ readonly state: StateDatabase; readonly close: () => Promise<void> }> => {
  if (tables.kind === 'postgres') return openTables({ tables, store, dataFolder })
  const file = join(dataFolder, 'state.sqlite')
  if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There is no mail in ${dataFolder}. SAMENSPEL_DATA says in which folder the data are.`)
  const state = await openStateDatabase(file)
  return { state, close: () => state.destroy() }
}
