import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { PlanFile } from '../family/family.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { CardDialog } from './card-dialog.tsx'
import styles from './agreement-cards.module.css'
import { Placements } from './placements.tsx'

type Props = { readonly family: PlanFile; readonly readAgain: () => void }

/** What home and group do in the same way: which spoon, which sleep ritual (K-14). */
export const AgreementCards = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, setOpened] = useState<string>()
  const mayEdit = family.can.contribute
  if (family.agreementCards.length === 0 && !mayEdit) return null
  const card = family.agreementCards.find((one) => one.id === opened)
  return (
    <Section title={text('cards.title')} action={mayEdit ? <Button kind="quiet" onClick={() => setOpened('new')}>{text('cards.add')}</Button> : undefined}>
      {family.agreementCards.length === 0 && <p className={styles['soft']}>{text('cards.empty')}</p>}
      <ul className={styles['cards']}>
        {family.agreementCards.map((one) => (
          <li key={one.id}>
            <h3 className={styles['title']} dir="auto">{one.title}</h3>
            <p className={styles['text']} dir="auto">{one.text}</p>
            {one.atHome !== null && <p className={styles['text']} dir="auto"><strong>{text('cards.atHome')}</strong> {one.atHome}</p>}
            {one.inGroup !== null && <p className={styles['text']} dir="auto"><strong>{text('cards.inGroup')}</strong> {one.inGroup}</p>}
            <p className={styles['soft']}>{[one.settings.map((setting) => text(`setting.${setting}`)).join(', '), text('cards.since', { day: dates.shortDate(one.since), by: one.changedBy })].filter(Boolean).join(' · ')}</p>
            <BesideEntry family={family} kind="AGREEMENT_CARD" entryId={one.id} name={one.title}>
              {mayEdit && <Button kind="quiet" onClick={() => setOpened(one.id)}>{text('action.edit')}<VisuallyHidden>: {one.title}</VisuallyHidden></Button>}
            </BesideEntry>
          </li>
        ))}
      </ul>
      <Placements family={family} />
      {opened === 'new' && <CardDialog family={family} card={undefined} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
      {card !== undefined && <CardDialog key={card.id} family={family} card={card} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}
