import { DraftWaysDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { filtered, usedDays, type BoardData } from './board.ts'
import styles from './board-desk.module.css'
import { DayList } from './day-list.tsx'
import { inputOf, placedAs, type DraftPart } from './draft.ts'
import { DraftPanel } from './draft-panel.tsx'
import { FamilyTable } from './family-table.tsx'
import { LiveFamily } from './live-family.tsx'
import { NeedsTray } from './needs-tray.tsx'
import { daysOf } from './period.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { ProfessionalTable } from './professional-table.tsx'
import { useDrafts } from './use-drafts.ts'
import { useNarrow } from './use-narrow.ts'
import type { BoardAddress } from './use-board-address.ts'
import type { Hands } from './hands.ts'
import type { Taken } from './hands.ts'

type Props = { readonly board: BoardData; readonly address: BoardAddress }

/** The days, what is still to plan beside them, and the draft that somebody works on. */
export const BoardDesk = ({ board, address }: Props) => {
  const text = useText()
  const narrow = useNarrow()
  const drafts = useDrafts()
  const [activeId, setActiveId] = useState<string>()
  const [taken, setTaken] = useState<Taken>()
  const [asking, setAsking] = useState<Taken>()
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'stop'; readonly words: string }>()
  const zone = board.families[0]?.zone ?? 'Europe/Amsterdam'
  const dates = useDates(zone)
  const families = filtered(board.families, address.filter)
  const partsOf = (familyId: string) => drafts.of(familyId).now
  const [{ data, fetching }] = useQuery({
    query: DraftWaysDocument, pause: taken === undefined, requestPolicy: 'network-only',
    variables: { familyId: taken?.familyId ?? '', needId: taken?.needId ?? '', parts: taken === undefined ? [] : inputOf(partsOf(taken.familyId)) },
  })
  const ways = taken === undefined || fetching ? undefined : data?.draftWays

  const needOf = ({ familyId, needId }: Taken) => board.families.find(({ id }) => id === familyId)?.needs.find(({ id }) => id === needId)
  const tell = (tone: 'ok' | 'stop', key: 'board.placedOn' | 'board.refused' | 'board.removed', values: Record<string, string>): void => {
    const words = text(key, values)
    setSaid((before) => before?.words === words ? before : { tone, words })
  }
  const put = (familyId: string, part: DraftPart): void => {
    drafts.change(familyId, { type: 'place', part })
    setActiveId(familyId)
    const label = needOf({ familyId, needId: part.needId })?.label ?? ''
    tell('ok', 'board.placedOn', { label, day: dates.shortDay(part.date), time: dates.time(part.start) })
  }
  const refuse = (date: string): boolean => {
    const day = ways?.find((one) => one.date === date)
    const need = taken === undefined ? undefined : needOf(taken)
    if (ways === undefined || need === undefined || (day?.ways.length ?? 0) > 0) return false
    tell('stop', 'board.refused', { label: need.label, day: dates.shortDay(date), sentence: day?.sentence ?? '' })
    return true
  }
  const hands: Hands = {
    partsOf, taken, ways,
    takeUp: (one) => { setTaken(one); setSaid(undefined) },
    letGo: () => setTaken(undefined),
    ask: setAsking,
    remove: (family, need) => {
      drafts.change(family.id, { type: 'remove', needIds: [need.id] })
      tell('ok', 'board.removed', { label: need.label })
    },
    putOn: (family, date) => {
      if (taken === undefined || taken.familyId !== family.id || refuse(date)) return
      const way = ways?.find((one) => one.date === date)?.ways[0]
      if (way !== undefined) put(family.id, placedAs(taken.needId, date, way))
    },
    hoverOver: (family, date) => { if (taken?.familyId === family.id) refuse(date) },
  }

  const chosen = address.filter.familyId ?? activeId ?? families.find(({ id }) => partsOf(id).length > 0)?.id
  const active = board.families.find(({ id }) => id === chosen)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || active === undefined || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    drafts.change(active.id, { type: key === 'y' || event.shiftKey ? 'redo' : 'undo' })
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  const days = daysOf(address.period, usedDays(families))
  const askedFamily = asking === undefined ? undefined : board.families.find(({ id }) => id === asking.familyId)
  const askedNeed = asking === undefined ? undefined : needOf(asking)
  const panel = active !== undefined && (partsOf(active.id).length > 0 || active.needs.length > 0) && (
    <div className={styles['panel']}><DraftPanel key={active.id} family={active} history={drafts.of(active.id)} onChange={(change) => { drafts.change(active.id, change); setSaid(undefined) }} /></div>
  )
  const shown = { board, families, days, address, hands }
  return (
    <div className={styles['desk']} data-view={address.period.view}>
      {board.families.map(({ id }) => <LiveFamily key={id} familyId={id} />)}
      {families.some(({ needs }) => needs.length > 0) && <div className={styles['said']} data-print="never"><Notice tone={said?.tone ?? 'neutral'}>{said?.words ?? text('board.trayHint')}</Notice></div>}
      {families.length === 0
        ? <p className={styles['none']}>{text('board.noneLeft')} <Button kind="quiet" onClick={() => address.show({ familyId: '', organisationId: '' })}>{text('board.clearFilter')}</Button></p>
        : (
          <div className={styles['columns']}>
            <div className={styles['days']}>{narrow ? <DayList {...shown} /> : address.rows === 'families' ? <FamilyTable {...shown} /> : <ProfessionalTable {...shown} />}</div>
            <NeedsTray families={families} hands={hands} drafts={drafts} activeId={active?.id} onChoose={setActiveId} />
            {panel}
          </div>
        )}
      {asking !== undefined && askedFamily !== undefined && askedNeed !== undefined && (
        <PlaceDialog
          family={askedFamily} need={askedNeed} parts={partsOf(asking.familyId)}
          onPlace={(part) => { put(asking.familyId, part); setAsking(undefined) }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
