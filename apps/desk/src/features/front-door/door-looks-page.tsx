import { DoorLooksDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './front-door.module.css'

/** How what came in at the front door was looked at, for a privacy officer: who, when, at which; nothing of what it says. */
export const DoorLooksPage = () => {
  const text = useText()
  return (
    <div className={styles['page']}>
      <PageHeading title={text('frontDoor.looks')}>{text('frontDoor.looks')}</PageHeading>
      <p>{text('frontDoor.looks.intro')}</p>
      <Looks after={undefined} />
    </div>
  )
}

const Looks = ({ after }: { readonly after: string | undefined }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [more, setMore] = useState(false)
  const [asked, again] = useQuery({ query: DoorLooksDocument, variables: { after }, requestPolicy: 'cache-and-network' })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={({ doorLooks }) => doorLooks.nodes.length === 0} empty={<p>{text('frontDoor.looks.empty')}</p>}>
      {({ doorLooks: { nodes, pageInfo } }) => (
        <>
          <Table caption={text('frontDoor.looks.caption')} columns={(['at', 'who', 'what', 'entry'] as const).map((column) => text(`frontDoor.looks.${column}`))}>
            {nodes.map(({ id, at, who, role, action, what, refused, code, kind }) => (
              <tr key={id}>
                <th scope="row">{dates.date(dates.dateOf(at))}, {dates.time(dates.timeOf(at))}</th>
                <td data-label={text('frontDoor.looks.who')}>{who}<span className={styles['soft']}>{role}</span></td>
                <td data-label={text('frontDoor.looks.what')}>{action} {what} {refused && <StatusMark tone="stop">{text('frontDoor.looks.refused')}</StatusMark>}</td>
                <td data-label={text('frontDoor.looks.entry')}>{text(`frontDoor.kind.${kind}`)} {code}</td>
              </tr>
            ))}
          </Table>
          {pageInfo.hasNextPage && (more ? <Looks after={pageInfo.endCursor ?? undefined} /> : <Button kind="secondary" onClick={() => setMore(true)}>{text('frontDoor.more')}</Button>)}
        </>
      )}
    </Answered>
  )
}
