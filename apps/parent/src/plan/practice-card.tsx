import { AnswerPracticeCardDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import type { PlanFamily } from './plan-family.ts'
import styles from './plan-page.module.css'

type Props = { readonly familyId: string; readonly card: NonNullable<PlanFamily['plan']['practiceCard']> }

/** Whether others may learn from the story, told without names: yes and no are of equal size, and either can be changed. */
export const PracticeCard = ({ familyId, card }: Props) => {
  const text = usePageText()
  const id = useId()
  const { me, dates } = useFamilyView()
  const { state, send } = useCommand(AnswerPracticeCardDocument)
  const parts = [['plan.cardTold', card.talk], ['plan.cardTried', card.tried], ['plan.cardHelped', card.whatHelped], ['plan.cardNoHelp', card.whatDidNot], ['plan.cardInsight', card.insight]] as const
  const about = [...card.ages.map((age) => text(`plan.cardAge.${age}`)), ...card.routes.map((route) => text(`plan.cardRoute.${route}`)), ...card.settings.map((setting) => text(`plan.cardSetting.${setting}`))]
  const { release } = card
  const onItsWay = release === null ? text('plan.cardWhen') : release.isPlaced ? text('plan.cardThere') : release.isWithdrawn ? text('plan.cardGone') : text('plan.cardOn', { day: dates.day(release.placeOn) })
  const answer = async (isYes: boolean): Promise<void> => {
    if (state.kind === 'busy') return
    await send({ familyId, version: card.version, parentId: me.id, isYes })
  }
  return (
    <Card labelledBy={id} tone={card.yourAnswer === null ? 'wait' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id}>{text('plan.card')}</h2>
        <p>{text('plan.cardText')}</p>
        <blockquote className={styles['story']}>
          {card.title !== null && <p className={styles['strong']} dir="auto">{card.title}</p>}
          <p dir="auto">{card.situation}</p>
          {parts.map(([title, words]) => words === null ? null : <p key={title} dir="auto"><b>{text(title)}</b> {words}</p>)}
          {about.length > 0 && <p><b>{text('plan.cardAbout')}</b> {about.join(', ')}.</p>}
        </blockquote>
        <p>{onItsWay}</p>
        {card.yourAnswer !== null && <p><b>{text(card.yourAnswer ? 'plan.cardYes' : 'plan.cardNo')}</b></p>}
        <div className={styles['answers']}>
          {card.yourAnswer !== true && <Button wide kind={card.yourAnswer === null ? 'primary' : 'secondary'} busy={state.kind === 'busy'} onClick={() => { void answer(true) }}>{text('plan.cardSayYes')}</Button>}
          {card.yourAnswer !== false && <Button wide kind="secondary" busy={state.kind === 'busy'} onClick={() => { void answer(false) }}>{text('plan.cardSayNo')}</Button>}
        </div>
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
