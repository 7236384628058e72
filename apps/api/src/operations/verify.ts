import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { StatementRefused } from '@samenspel/log-integrity'
import { readCertificate, type Certificate } from '../erasing/certificate.ts'
import { auditErasures } from '../integrity/audit-erasures.ts'
import type { Finding } from '../integrity/audit-log.ts'
import { auditAll, type WholeAudit } from '../integrity/audit.ts'
import { logNames } from '../integrity/logs.ts'
import type { Command, Outcome } from './command.ts'
import { knownErasures, signerOf } from './erased-again.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { openKeysOf, openLogsOf } from './open-logs.ts'
import { outsideFolder } from './outside-folder.ts'
import { verifyCopy } from './verify-copy.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'checks that nothing recorded was changed, moved or lost',
  help: `Usage: samenspel verify [--checkpoints FOLDER] [--certificate FILE] [--sealed] [--json]
       samenspel verify --copy FILE [--json]

Checks the events and the access log: every stream's chain, every sealed content, that no event is missing,
and the whole log against every checkpoint that was signed. It only reads, also while the application runs.
It names the first position and stream that is wrong.

  --checkpoints FOLDER  compare with the copies of checkpoints in this folder too; they should come from a
                        place that whoever can write the data can't write. Without it, the folder set by
                        SAMENSPEL_CHECKPOINTS
  --certificate FILE    check a certificate of erasure besides: that it was signed here, that its keys are gone,
                        and that exactly the events that it counts are in the log and can't be read
  --sealed              leave closed what is sealed: needs neither the master key nor the keys of persons
  --copy FILE           check instead a copy that somebody of a family took along: that it was made here and not
                        changed since, and that all that made it stands in the logs

Exit codes: 0 all is well; 1 something is wrong; 66 there are no data; 78 a wrong setting.`,
  options: { checkpoints: { type: 'string' }, certificate: { type: 'string' }, sealed: { type: 'boolean' }, copy: { type: 'string' } },
  positionals: [0, 0],
  run: async ({ options }, { settings, workingFolder, progress }) => {
    const { copy } = options
    if (typeof copy === 'string') return verifyCopy(resolve(workingFolder, copy), settings, progress)
    const { dataFolder } = settings
    const outside = outsideFolder({ options }, { settings, workingFolder })
    if (outside !== undefined && !existsSync(outside)) throw new OperationStopped(exit.noInput, `There is no folder ${outside}, where SAMENSPEL_CHECKPOINTS says that copies of checkpoints are.`)
    const logs = await openLogsOf(settings)
    const keys = options['sealed'] === true ? undefined : await openKeysOf(settings)
    const named = options['certificate']
    if (typeof named === 'string' && keys === undefined) throw new OperationStopped(exit.usage, 'A certificate of erasure is checked with the keys: leave out --sealed.')
    try {
      const audit = await auditAll({ dataFolder, ...logs, ...(keys !== undefined && { keys }), ...(outside !== undefined && { outside }), progress })
      // In a file that can't be read to its end, nothing more is to be found.
      if (keys === undefined || audit.findings.some(({ code }) => code === 'unreadable')) return verdict(audit)
      progress('Looking at what was erased')
      const { certificate, refused } = typeof named === 'string' ? certificateIn(resolve(workingFolder, named), dataFolder) : { certificate: undefined, refused: [] }
      const { entries } = knownErasures(settings, signerOf(dataFolder), outside === undefined || !existsSync(outside) ? {} : { outside })
      // Where all can be read, and no certificate tells where to look, the events need not be gone through again.
      const events = audit.events.erased === 0 && certificate === undefined ? [] : logs.sources.events.readAll()
      const erasures = await auditErasures({ events, keys, entries, ...(certificate !== undefined && { certificate }) })
      const found = verdict({ ...audit, findings: [...audit.findings, ...erasures.findings, ...refused] })
      const about = certificate === undefined ? [] : [`The certificate ${certificate.erasure} tells of ${certificate.events} events${erasures.findings.length === 0 ? ', and all of it is so.' : '.'}`]
      return { ...found, lines: [...found.lines.slice(0, 2), ...about, ...found.lines.slice(2)], result: { ...found.result, erasures: { entries: entries.length, events: erasures.known } } }
    } finally {
      await keys?.close()
      await logs.close()
    }
  },
}

/** A certificate, if it was signed here; why not, otherwise. */
const certificateIn = (file: string, dataFolder: string): { readonly certificate: Certificate | undefined; readonly refused: readonly Finding[] } => {
  if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There is no ${file}.`)
  try {
    return { certificate: readCertificate(readFileSync(file, 'utf8'), signerOf(dataFolder)), refused: [] }
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error
    return { certificate: undefined, refused: [{ log: 'events', code: 'certificate-wrong', sentence: `events: ${file} is no certificate that this installation signed (${error.code})` }] }
  }
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
