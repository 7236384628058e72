/** What was read under a consent: for who may decide about it, from the access log, as far as its lines open to who asks (C-04). */
import type { FamilyId, Id } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { AccessLogLine } from '../graphql/types/accountability.ts'
import type { Session } from '../sessions/sessions.ts'
import { linesInWords, openLines } from './access-log-reading.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { shown } from './gate.ts'
import { logReadLine, refusedLine } from './log-lines.ts'
import { askingOf } from './viewer.ts'

export type Sharing = {
  /** Newest first, what one person did in one way on one day as one line. @throws Refused `not-found` for a consent that isn't there or doesn't open */
  readonly readUnder: (session: Session, family: FamilyId, consentId: Id) => Promise<readonly AccessLogLine[]>
}

export const openSharing = (parts: DisclosingParts): Sharing => ({
  readUnder: async (session, family, consentId) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'readUnderConsent')
    if (looked === undefined) throw new Refused('not-found')
    const { occasion, opened } = looked
    if (!shown(opened, 'consent').some(({ item }) => item.id === consentId)) {
      await parts.log.write(family, [refusedLine(occasion, 'readAccessLog')])
      throw new Refused('not-found')
    }
    const { shown: lines, policies } = await openLines(parts, occasion)
    await parts.log.write(family, [logReadLine(occasion, policies)])
    const under = lines.filter(({ consents, outcome, action }) => outcome === 'done' && action !== 'seeExistence' && consents.includes(consentId))
    return (await linesInWords(parts, occasion, under)).map(({ view }) => view).reverse()
  },
})
