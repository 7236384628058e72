import { Button, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useText } from '../parts/text.ts'
import { GroupNote } from './group-note.tsx'
import styles from './tablet.module.css'
import type { GroupFamily } from './group-family.ts'

/** What home and group do in the same way for one child (K-14), in letters that can be read from a changing table. */
export const ChildCards = ({ family }: { readonly family: GroupFamily }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [writing, setWriting] = useState(false)
  const [written, setWritten] = useState(false)
  const child = family.members.find(({ isIndexChild }) => isIndexChild)
  if (child === undefined) return <p>{text('tablet.gone')}</p>
  const cards = family.agreementCards.toSorted((a, b) => Number(b.settings.includes('GROUP')) - Number(a.settings.includes('GROUP')))
  return (
    <div className={styles['cardsPane']}>
      <div className={styles['cardsHead']}>
        <div>
          <h2 dir="auto">{child.firstName}</h2>
          <p className={styles['soft']}>{[child.age, family.name].filter(Boolean).join(' · ')}</p>
        </div>
        {family.can.contribute && !writing && <Button kind="secondary" onClick={() => { setWritten(false); setWriting(true) }}>{text('tablet.note')}</Button>}
      </div>
      <Notice tone="ok">{written && text('tablet.note.done', { name: child.firstName })}</Notice>
      {writing && <GroupNote familyId={family.id} child={child} today={dates.today()} onClose={() => setWriting(false)} onWritten={() => { setWriting(false); setWritten(true) }} />}
      <h3>{text('tablet.cards')}</h3>
      {cards.length === 0 ? <p>{text('tablet.noCards', { name: child.firstName })}</p> : (
        <ul className={styles['cards']}>
          {cards.map((card) => (
            <li key={card.id} className={styles['card']}>
              <h4 dir="auto">{card.title}{card.isNew && <span className={styles['new']}>{text('tablet.new')}</span>}</h4>
              <p className={styles['cardText']} dir="auto">{card.text}</p>
              {card.inGroup !== null && <p className={styles['cardText']} dir="auto"><strong>{text('cards.inGroup')}</strong> {card.inGroup}</p>}
              {card.atHome !== null && <p className={styles['cardText']} dir="auto"><strong>{text('cards.atHome')}</strong> {card.atHome}</p>}
              <p className={styles['soft']}>{[card.settings.map((setting) => text(`setting.${setting}`)).join(', '), text('tablet.since', { day: dates.shortDate(card.since) })].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
