import { DataRequestsDocument } from '@samenspel/graphql-documents/desk'
import { Button, MoreButton, PageHeading, StatusMark, useDates, useList, type RowProps } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { usePersonWords } from '../erasures/person.ts'
import styles from './data-requests.module.css'
import { DecideRequest, type Deciding } from './decide-request.tsx'
import type { DataRequest } from './data-request.ts'

const tones = { ASKED: 'wait', SET: 'ok', REFUSED: 'stop', LIFTED: 'ok' } as const

/** What waits for a decision first, then what somebody still has to be told of, then the rest. */
const groups = [
  { name: 'toDecide', isIn: ({ status }: DataRequest): boolean => status === 'ASKED' },
  { name: 'toTell', isIn: (request: DataRequest): boolean => isToTell(request) },
  { name: 'done', isIn: (request: DataRequest): boolean => request.status !== 'ASKED' && !isToTell(request) },
] as const

const isToTell = ({ status, recipients, toldOn }: DataRequest): boolean => recipients.length > 0 && toldOn === null && status !== 'ASKED' && status !== 'REFUSED'

/** Requests to keep an entry shut, and statements beside entries: what is to be decided by when, and who has to be told. */
export const DataRequestsPage = () => {
  const text = useText()
  const [deciding, setDeciding] = useState<Deciding>()
  const { asked, again, more, row } = useList({ query: DataRequestsDocument, variables: {}, listIn: ({ dataRequests }) => dataRequests, idOf: ({ id }) => id })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('requests.title')}>{text('requests.title')}</PageHeading>
      <p>{text('requests.intro')} <Link to={paths.erasures}>{text('requests.toErasures')}</Link></p>
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('requests.empty')}</p>}>
        {({ nodes }) => (
          <>
            {groups.map(({ name, isIn }) => {
              const own = nodes.filter(isIn)
              return own.length > 0 && (
                <section key={name} className={styles['group']} aria-labelledby={`requests-${name}`}>
                  <h2 id={`requests-${name}`}>{text(`requests.group.${name}`)}</h2>
                  <ul className={styles['requests']}>{own.map((request) => <One key={request.id} request={request} row={row(request.id)} onDecide={(kind) => setDeciding({ kind, request })} />)}</ul>
                </section>
              )
            })}
            <MoreButton more={more} label={text('log.more')} />
          </>
        )}
      </Answered>
      <DecideRequest deciding={deciding} onClose={() => setDeciding(undefined)} onDone={again} />
    </div>
  )
}

const One = ({ request, row, onDecide }: { readonly request: DataRequest; readonly row: RowProps; readonly onDecide: (kind: Deciding['kind']) => void }) => {
  const text = useText()
  const words = usePersonWords()
  const dates = useDates(zoneIn(useViewer()))
  const { caseNumber, kind, about, askedBy, ground, receivedOn, answerBy, isLate, status, refusalGround, decidedOn, recipients, toldOn, told, answeredOn } = request
  const decided = decidedOn === null ? '' : text('requests.decidedOn', { date: dates.date(decidedOn) })
  return (
    <li className={styles['request']} {...row}>
      <h3 className={styles['why']}>{text(`requests.kind.${kind}`)}: {about}</h3>
      <p className={styles['soft']}>{caseNumber} · {words(askedBy)} · {text('requests.receivedOn', { date: dates.date(receivedOn) })}</p>
      {ground !== null && <p>{text(`requests.ground.${ground}`)}</p>}
      {status !== null && (
        <p>
          <StatusMark tone={isLate ? 'stop' : tones[status]}>{text(`requests.status.${status}`)}</StatusMark>{' '}
          {status === 'ASKED' && answerBy !== null ? text('requests.answerBy', { date: dates.date(answerBy) }) : decided} {isLate && text('requests.late')} {refusalGround !== null && text(`requests.refusal.${refusalGround}`)}
        </p>
      )}
      {kind === 'STATEMENT' && <p><StatusMark tone={answeredOn === null ? 'neutral' : 'ok'}>{answeredOn === null ? text('requests.notAnswered') : text('requests.answered', { date: dates.date(answeredOn) })}</StatusMark></p>}
      <p>{recipients.length === 0 ? text(kind === 'UNSEEN' ? 'requests.unseenNobody' : 'requests.nobodyRead') : text('requests.recipients', { names: recipients.map(({ name }) => name).join(', ') })}</p>
      {toldOn !== null && <p><StatusMark tone="ok">{text('requests.toldOn', { date: dates.date(toldOn), names: told.join(', ') })}</StatusMark></p>}
      <div className={styles['row']}>
        {status === 'ASKED' && <Button onClick={() => onDecide('set')}>{text('requests.set')}</Button>}
        {status === 'ASKED' && <Button kind="secondary" onClick={() => onDecide('refuse')}>{text('requests.refuse')}</Button>}
        {status === 'SET' && <Button onClick={() => onDecide('lift')}>{text('requests.lift')}</Button>}
        {recipients.length > 0 && status !== 'ASKED' && status !== 'REFUSED' && <Button kind="secondary" onClick={() => onDecide('told')}>{text('requests.noteTold')}</Button>}
      </div>
    </li>
  )
}
