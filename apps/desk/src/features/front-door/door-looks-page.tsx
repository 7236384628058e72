import { DoorLooksDocument } from '@samenspel/graphql-documents/desk'
import { MoreButton, PageHeading, StatusMark, useDates, useList } from '@samenspel/ui'
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
      <Looks />
    </div>
  )
}

const Looks = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const { asked, again, more, row } = useList({ query: DoorLooksDocument, variables: {}, listIn: ({ doorLooks }) => doorLooks, idOf: ({ id }) => id })
  return (
    <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('frontDoor.looks.empty')}</p>}>
      {({ nodes }) => (
        <>
          <Table caption={text('frontDoor.looks.caption')} columns={(['at', 'who', 'what', 'entry'] as const).map((column) => text(`frontDoor.looks.${column}`))}>
            {nodes.map(({ id, at, who, role, action, what, refused, code, kind }) => (
              <tr key={id} {...row(id)}>
                <th scope="row">{dates.fullMoment(at)}</th>
                <td data-label={text('frontDoor.looks.who')}>{who}<span className={styles['soft']}>{role}</span></td>
                <td data-label={text('frontDoor.looks.what')}>{action} {what} {refused && <StatusMark tone="stop">{text('frontDoor.looks.refused')}</StatusMark>}</td>
                <td data-label={text('frontDoor.looks.entry')}>{text(`frontDoor.kind.${kind}`)} {code}</td>
              </tr>
            ))}
          </Table>
          <MoreButton more={more} label={text('frontDoor.more')} />
        </>
      )}
    </Answered>
  )
}
