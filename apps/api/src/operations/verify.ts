import { join, resolve } from 'node:path'
import { auditAll, type WholeAudit } from '../integrity/audit.ts'
import { logNames } from '../integrity/logs.ts'
import type { Command, Outcome } from './command.ts'
import { exit } from './exit-codes.ts'
import { openKeys, openLogs, openMasterKey } from './open-logs.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'checks that nothing recorded was changed, moved or lost',
  help: `Usage: samenspel verify [--checkpoints FOLDER] [--sealed] [--json]

Checks the events and the access log: every stream's chain, every sealed content, that no event is missing,
and the whole log against every checkpoint that was signed. It only reads, also while the application runs.
It names the first position and stream that is wrong.

  --checkpoints FOLDER  compare with the copies of checkpoints in this folder too; they should come from a
                        place that whoever can write the data can't write. Without it, the folder set by
                        SAMENSPEL_CHECKPOINTS
  --sealed              leave closed what is sealed: needs neither the master key nor the keys of persons

Exit codes: 0 all is well; 1 something is wrong; 66 there are no data; 78 a wrong setting.`,
  options: { checkpoints: { type: 'string' }, sealed: { type: 'boolean' } },
  positionals: [0, 0],
  run: async ({ options }, { settings, workingFolder, progress }) => {
    const { dataFolder, checkpoints } = settings
    const asked = options['checkpoints']
    const outside = typeof asked === 'string' ? resolve(workingFolder, asked) : checkpoints !== undefined && 'folder' in checkpoints ? checkpoints.folder : undefined
    const logs = openLogs(dataFolder)
    const keys = options['sealed'] === true ? undefined : await openKeys(join(dataFolder, 'keys.sqlite'), openMasterKey(settings))
    try {
      return verdict(await auditAll({ dataFolder, ...logs, ...(keys !== undefined && { keys }), ...(outside !== undefined && { outside }), progress }))
    } finally {
      await keys?.close()
      logs.close()
    }
  },
}

/** So many findings are told one by one. */
const mostTold = 20

/** What a check found, in words. */
export const verdict = (audit: WholeAudit): Outcome => {
  const { findings } = audit
  const counted = logNames.map((log) => {
    const { events, streams, erased, checkpoints } = audit[log]
    return `${log}: ${events} events in ${streams} streams${erased === 0 ? '' : `, ${erased} of them erased`}, ${checkpoints === 0 ? 'no checkpoint to compare with' : `${checkpoints} checkpoints compared`}`
  })
  const told = findings.slice(0, mostTold).map(({ sentence }) => `  ${sentence}`)
  const more = findings.length > mostTold ? [`  and ${findings.length - mostTold} more`] : []
  return {
    exitCode: findings.length === 0 ? exit.fine : exit.foundSomethingWrong,
    lines: [...counted, ...(findings.length === 0 ? ['All is well.'] : [`${findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong, the first one first:`, ...told, ...more])],
    result: {
      logs: Object.fromEntries(logNames.map((log) => {
        const { events, streams, erased, checkpoints, last, root } = audit[log]
        return [log, { events, streams, erased, checkpoints, last, root: root.toString('base64') }]
      })),
      findings: findings.slice(0, mostTold), found: findings.length,
    },
  }
}
