import { CloseCalendarFeedDocument, OpenCalendarFeedDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Dialog, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './calendar-feed-part.module.css'
import { FeedLink } from './feed-link.tsx'

/** A private link for the calendar of one's phone. Its titles are neutral; it can be stopped at any time. */
export const CalendarFeedPart = ({ feed }: { readonly feed: NonNullable<Family['calendarFeed']> }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const id = useId()
  const [url, setUrl] = useState<string>()
  const [isAsking, setIsAsking] = useState(false)
  const opening = useCommand(OpenCalendarFeedDocument)
  const closing = useCommand(CloseCalendarFeedDocument)
  const failed = [opening.state, closing.state].find((state) => state.kind === 'failed')

  const open = async () => {
    const done = await opening.send({})
    if (done !== undefined) setUrl(new URL(done.openCalendarFeed.url, location.href).href)
  }
  const close = async () => {
    if (await closing.send({}) !== undefined) setUrl(undefined)
    setIsAsking(false)
  }

  return (
    <Card labelledBy={id}>
      <div className={styles['feed']}>
        <h2 id={id} className={styles['title']}>{text('feed.title')}</h2>
        <p>{text('feed.intro')}</p>
        <p>{text('feed.neutral')}</p>
        {url !== undefined && <FeedLink url={url} />}
        {feed.isOpen && url === undefined && feed.openedOn !== null && <p>{text('feed.isOpen', { day: dates.day(feed.openedOn) })}</p>}
        {url === undefined && <p>{text('feed.secret')}</p>}
        {url === undefined && (
          <Button kind="secondary" wide busy={opening.state.kind === 'busy'} onClick={() => { void open() }}>{text(feed.isOpen ? 'feed.again' : 'feed.open')}</Button>
        )}
        {feed.isOpen && url === undefined && <p className={styles['hint']}>{text('feed.againHint')}</p>}
        {feed.isOpen && <Button kind="quiet" onClick={() => { setIsAsking(true) }}>{text('feed.close')}</Button>}
        <Notice tone={failed === undefined ? 'ok' : 'stop'}>
          {failed === undefined ? closing.state.kind === 'done' && !feed.isOpen && text('feed.closed') : failed.reason ?? text('action.failed')}
        </Notice>
      </div>
      <Dialog isOpen={isAsking} onClose={() => { setIsAsking(false) }} title={text('feed.closeTitle')}>
        <p>{text('feed.closeText')}</p>
        <Button wide busy={closing.state.kind === 'busy'} onClick={() => { void close() }}>{text('feed.closeYes')}</Button>
        <Button kind="secondary" wide onClick={() => { setIsAsking(false) }}>{text('feed.closeNo')}</Button>
      </Dialog>
    </Card>
  )
}
