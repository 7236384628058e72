import { FrontDoorDocument, FrontDoorWaitingDocument, TakeUpAtDoorDocument, type DoorShare } from '@samenspel/graphql-documents/desk'
import { Button, MoreButton, PageHeading, StatusMark, useDates, useList, useRemembered, type RowProps } from '@samenspel/ui'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Switch } from '../../parts/switch.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { consultationPath, paths, referralPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { disciplineText, type Item } from './front-door.ts'
import styles from './front-door.module.css'
import { Links } from './links.tsx'

const views = ['all', 'nobodyYet', 'mine', 'closed'] as const
type View = (typeof views)[number]

const whose = { all: undefined, nobodyYet: 'NOBODY', mine: 'MINE', closed: undefined } as const satisfies Record<View, DoorShare | undefined>
const empty = { nobodyYet: 'frontDoor.emptyNobodyYet', mine: 'frontDoor.emptyMine', closed: 'frontDoor.emptyClosed' } as const

/** The triage board: who waits, how long against the target, what presses most. No name stands here. */
export const FrontDoorPage = () => {
  const text = useText()
  const [view, setView] = useRemembered<View>('view', 'all')
  const [{ data }] = useQuery({ query: FrontDoorWaitingDocument, requestPolicy: 'cache-only' })
  const { waiting = 0, urgent = 0, all = 0, nobody = 0, mine = 0 } = data?.frontDoorWaiting ?? {}
  const counts = { all, nobodyYet: nobody, mine }
  return (
    <div className={styles['page']}>
      <PageHeading title={text('frontDoor.title')}>{text('frontDoor.title')}</PageHeading>
      <p>{text('frontDoor.intro')}</p>
      <div className={styles['row']}>
        {waiting > 0 && <StatusMark tone="wait">{text('frontDoor.waiting', { waiting })}</StatusMark>}
        {urgent > 0 && <StatusMark tone="stop">{text('frontDoor.urgentWaiting', { urgent })}</StatusMark>}
        <Link className={styles['go']} to={paths.refer}>{text('frontDoor.refer')}</Link>
      </div>
      <div className={styles['choice']}><Switch label={text('frontDoor.views')} value={view} options={views.map((id) => ({ id, label: id === 'closed' ? text('frontDoor.closed') : text(`frontDoor.${id}`, { count: data === undefined ? '' : counts[id] }) }))} onChoose={setView} /></div>
      <Board key={view} view={view} />
      <Links />
    </div>
  )
}

const Board = ({ view }: { readonly view: View }) => {
  const text = useText()
  const closed = view === 'closed'
  const { asked, again, more, row } = useList({ query: FrontDoorDocument, variables: { closed, whose: whose[view] }, listIn: ({ frontDoor }) => frontDoor, idOf: ({ id }) => id })
  const take = useCommand(TakeUpAtDoorDocument)
  return (
    <Answered
      asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0}
      empty={view !== 'all' ? <p>{text(empty[view])}</p> : <><p><strong>{text('frontDoor.empty')}</strong></p><p>{text('frontDoor.emptyHint')}</p></>}
    >
      {({ nodes }) => (
        <>
          <SaidNo refusal={take.refusal} />
          <Table caption={text(closed ? 'frontDoor.captionClosed' : 'frontDoor.caption')} columns={(['what', 'from', 'wait', 'who', 'state'] as const).map((column) => text(`frontDoor.column.${column}`))}>
            {nodes.map((item) => <Row key={item.id} item={item} row={row(item.id)} onTake={() => { if (!take.busy) void take.run({ entryId: item.id }) }} />)}
          </Table>
          <MoreButton more={more} label={text('frontDoor.more')} />
        </>
      )}
    </Answered>
  )
}

const Row = ({ item, row, onTake }: { readonly item: Item; readonly row: RowProps; readonly onTake: () => void }) => {
  const text = useText()
  const { id, kind, code, about, urgency, isNamed, fromDiscipline, fromOrganisation, channel, takenUpBy, isMine, isClosed } = item
  const [wide, narrow] = [text('frontDoor.column.from'), text('frontDoor.column.who')]
  return (
    <tr data-urgency={urgency} className={styles['item']} {...row}>
      <th scope="row">
        <Link to={kind === 'REFERRAL' ? referralPath(id) : consultationPath(id)}>{text(`frontDoor.kind.${kind}`)} {code}</Link>
        <span className={styles['lines']}>
          {urgency !== 'ORDINARY' && !isClosed && <StatusMark tone={urgency === 'URGENT' ? 'stop' : 'wait'}>{text(`frontDoor.urgency.${urgency}`)}</StatusMark>}
          <span className={styles['soft']}>{[about, kind === 'CONSULTATION' ? text(isNamed ? 'frontDoor.named' : 'frontDoor.unnamed') : null].filter((one) => one !== null && one !== undefined).join(' · ')}</span>
        </span>
      </th>
      <td className={styles['from']} data-label={wide}>{fromDiscipline === null ? '' : text(disciplineText(fromDiscipline))}<span className={styles['soft']}>{fromOrganisation} · {text(`frontDoor.channel.${channel}`)}</span></td>
      <td className={styles['waits']} data-label={text('frontDoor.column.wait')}><Waiting item={item} /></td>
      <td className={styles['who']} data-label={narrow}>
        {isMine ? text('frontDoor.me') : takenUpBy ?? <span className={styles['soft']}>{text('frontDoor.nobody')}</span>}
        {!isClosed && takenUpBy === null && <Button kind="secondary" aria-label={`${text('frontDoor.takeUp')}: ${text(`frontDoor.kind.${kind}`)} ${code}`} onClick={onTake}>{text('frontDoor.takeUp')}</Button>}
      </td>
      <td className={styles['state']} data-label={text('frontDoor.column.state')}><State item={item} /></td>
    </tr>
  )
}

/** How long somebody has waited, against the target, drawn and said. */
export const Waiting = ({ item: { wait: { days, target, isLate, endedOn, since } } }: { readonly item: Pick<Item, 'wait'> }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const whole = Math.max(1, Math.round((Date.parse(target) - Date.parse(since)) / 86_400_000))
  return (
    <span className={styles['wait']}>
      <span>{endedOn === null ? text('frontDoor.days', { days }) : text('frontDoor.waited', { days })} <span className={styles['soft']}>· {text('frontDoor.target', { day: dates.date(target) })}</span></span>
      <meter className={styles['meter']} aria-hidden="true" min={0} max={whole} low={whole * 0.75} high={whole * 0.95} optimum={0} value={Math.min(days, whole)} />
      {isLate && <StatusMark tone="stop">{text('frontDoor.late')}</StatusMark>}
    </span>
  )
}

const State = ({ item: { kind, isClosed, outcome, openQuestions, takenUpBy, wait } }: { readonly item: Item }) => {
  const text = useText()
  if (outcome !== null) return <StatusMark tone="ok">{text(`frontDoor.outcome.${outcome}`)}</StatusMark>
  if (kind === 'CONSULTATION') return openQuestions > 0 ? <StatusMark tone="wait">{text('frontDoor.state.question', { count: openQuestions })}</StatusMark> : <StatusMark tone="ok">{text('frontDoor.state.answered')}</StatusMark>
  return <StatusMark tone={isClosed || wait.endedOn !== null ? 'ok' : takenUpBy === null ? 'wait' : 'neutral'}>{text(wait.endedOn !== null ? 'frontDoor.state.talked' : takenUpBy === null ? 'frontDoor.state.new' : 'frontDoor.state.takenUp')}</StatusMark>
}
