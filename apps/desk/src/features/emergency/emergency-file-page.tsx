import { EmergencyFamilyDocument, type EmergencyFamilyQuery } from '@samenspel/graphql-documents/desk'
import { Notice, PageHeading, useDates } from '@samenspel/ui'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import styles from './emergency.module.css'

type Family = NonNullable<EmergencyFamilyQuery['emergencyFamily']>

/** What was opened in an emergency, while it is open: to read, and nothing else. */
export const EmergencyFilePage = () => {
  const { openingId = '' } = useParams()
  const text = useText()
  const [asked, again] = useQuery({ query: EmergencyFamilyDocument, variables: { id: openingId }, requestPolicy: 'network-only' })
  return (
    <div className={styles['page']}>
      <p><Link to={paths.emergency}>{text('emergency.toOwn')}</Link></p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ emergencyFamily }) => emergencyFamily === null
          ? <><PageHeading title={text('emergency.file.gone')}>{text('emergency.file.gone')}</PageHeading><p>{text('emergency.file.goneHint')}</p></>
          : <File family={emergencyFamily} />}
      </Answered>
    </div>
  )
}

const File = ({ family: { name, zone, members, coordinator, helpLines, contributions: { nodes }, lifeLine, bundles } }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <>
      <PageHeading title={name}>{name}</PageHeading>
      <Notice tone="wait">{text('emergency.file.mark')}</Notice>
      <Section title={text('emergency.file.people')}>
        <ul className={styles['list']}>{members.map((member) => <li key={member.id}>{[member.name ?? member.firstName, member.age, member.phone].filter(Boolean).join(', ')}</li>)}</ul>
        {coordinator !== null && <p>{[text('emergency.file.call', { name: coordinator.name }), coordinator.phone].filter(Boolean).join(', ')}</p>}
      </Section>
      {helpLines.length > 0 && <Section title={text('emergency.file.numbers')}><ul className={styles['list']}>{helpLines.map(({ label, number }) => <li key={`${label} ${number}`}>{label}: <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a></li>)}</ul></Section>}
      <Section title={text('emergency.file.contributions')}>
        {nodes.length === 0 ? <p>{text('emergency.file.nothing')}</p> : (
          <ul className={styles['list']}>
            {nodes.map((note) => (
              <li key={note.id}>
                <p className={styles['soft']}>{dates.date(note.occurredOn)} · {note.author.name}</p>
                {[note.situation, note.parentsTold, note.whatWeDo].map((words) => words === null || words === '' ? null : <p key={words} className={styles['words']} dir="auto">{words}</p>)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {lifeLine.length > 0 && <Section title={text('emergency.file.life')}><ul className={styles['list']}>{lifeLine.map(({ id, occurredOn, title, text: words }) => <li key={id}>{dates.date(occurredOn)}: {title}{words !== null && <p className={styles['words']}>{words}</p>}</li>)}</ul></Section>}
      {bundles.length > 0 && (
        <Section title={text('emergency.file.appointments')}>
          <ul className={styles['list']}>{bundles.flatMap(({ parts }) => parts).map((part) => <li key={part.id}>{dates.date(part.date)}{part.start !== null && `, ${dates.time(part.start)}`}: {[part.label, part.place?.name, part.place?.address].filter(Boolean).join(', ')}</li>)}</ul>
        </Section>
      )}
    </>
  )
}
