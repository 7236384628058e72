import type { DoorChildPartsFragment, DoorParentPartsFragment, ReferralQuery } from '@samenspel/graphql-documents/desk'
import { StatusMark, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Waiting } from './front-door-page.tsx'
import { disciplineText, roleText, type Item } from './front-door.ts'
import styles from './front-door.module.css'

type Sender = NonNullable<NonNullable<ReferralQuery['referral']>['referrer']>

/** For what isn't there and for what one may not see: the same. */
export const NothingHere = () => {
  const text = useText()
  return <div className={styles['page']}><h1>{text('frontDoor.title')}</h1><p>{text('frontDoor.unknown')}</p><p><Link to={paths.frontDoor}>{text('frontDoor.back')}</Link></p></div>
}

export const Received = ({ item }: { readonly item: Item }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  return (
    <div className={styles['row']}>
      <p>{text('frontDoor.receivedOn', { day: dates.date(dates.dateOf(item.receivedAt)), channel: text(`frontDoor.channel.${item.channel}`) })}</p>
      {item.urgency !== 'ORDINARY' && <StatusMark tone={item.urgency === 'URGENT' ? 'stop' : 'wait'}>{text(`frontDoor.urgency.${item.urgency}`)}</StatusMark>}
      {item.outcome !== null && <StatusMark tone="ok">{text(`frontDoor.outcome.${item.outcome}`)}</StatusMark>}
    </div>
  )
}

export const SenderSection = ({ sender, title }: { readonly sender: Sender | null; readonly title: string }) => {
  const text = useText()
  return sender !== null && (
    <Section title={title}>
      <p><strong>{sender.name}</strong>, {text(disciplineText(sender.discipline))}</p>
      <p>{sender.organisation}</p>
      <p className={styles['words']}>{sender.reach}</p>
    </Section>
  )
}

export const ChildSection = ({ child }: { readonly child: DoorChildPartsFragment }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const on = child.birthDate ?? child.dueDate
  return (
    <Section title={text(child.isUnborn ? 'frontDoor.pregnancy' : 'frontDoor.child')}>
      <p>{child.firstName !== null && <><strong>{child.firstName}</strong>, </>}{child.age}{on !== null && <span className={styles['soft']}> ({dates.date(on)})</span>}</p>
    </Section>
  )
}

export const ParentsSection = ({ parents }: { readonly parents: readonly DoorParentPartsFragment[] }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  return parents.length > 0 && (
    <Section title={text('frontDoor.parents')}>
      <ul className={styles['plain']}>
        {parents.map(({ id, role, firstName, name, reach, agrees, toldOn, consent }) => (
          <li key={id}>
            <strong>{name ?? firstName}</strong>, {text(roleText(role))}{reach !== null && <span className={styles['words']}> · {reach}</span>}
            <span className={styles['lines']}><StatusMark tone={agrees === 'YES' ? 'ok' : agrees === 'NO' ? 'stop' : 'neutral'}>{text(`frontDoor.agrees.${agrees}`)}</StatusMark>{toldOn !== null && <span className={styles['soft']}>{text('frontDoor.told', { day: dates.date(toldOn) })}</span>}</span>
            {consent !== null && <span className={styles['soft']}>{consent}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const WaitSection = ({ item, children }: { readonly item: Item; readonly children?: React.ReactNode }) => {
  const text = useText()
  return <Section title={text(item.kind === 'REFERRAL' ? 'frontDoor.wait' : 'frontDoor.waitAnswer')}><Waiting item={item} />{children}</Section>
}
