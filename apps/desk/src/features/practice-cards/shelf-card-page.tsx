import { ShelfCardDocument, WithdrawPracticeCardDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, PageHeading, useDates } from '@samenspel/ui'
import { useId, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import tiles from '../../parts/tiles.module.css'
import { UnkeptWordsDialog } from '../../parts/words-dialog.tsx'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { cardFacts, cardTexts, headingOf, type ShelfCard } from './practice-cards.ts'
import styles from './practice-cards.module.css'

/** One card, as every professional reads it. */
export const ShelfCardPage = () => {
  const { cardId = '' } = useParams()
  const [asked, again] = useQuery({ query: ShelfCardDocument, variables: { id: cardId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ practiceCard }) => practiceCard === null ? <NoCard /> : <OneCard card={practiceCard} readAgain={readAgain} />}</Answered>
}

const NoCard = () => {
  const text = useText()
  return (
    <div className={page['page']}>
      <PageHeading title={text('practiceCards.unknown')}>{text('practiceCards.unknown')}</PageHeading>
      <p>{text('practiceCards.unknownHint')}</p>
      <p><Link to={paths.practiceCards}>{text('practiceCards.toAll')}</Link></p>
    </div>
  )
}

const OneCard = ({ card, readAgain }: { readonly card: ShelfCard; readonly readAgain: () => void }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const withdraw = useCommand(WithdrawPracticeCardDocument)
  const [withdrawing, setWithdrawing] = useState(false)
  const { id, title, isOwn, withdrawn } = card
  return (
    <div className={page['page']}>
      <p><Link to={paths.practiceCards}>{text('practiceCards.toAll')}</Link></p>
      <div className={page['head']}>
        <PageHeading title={title}><span dir="auto">{title}</span></PageHeading>
        {isOwn && withdrawn === null && <Button kind="secondary" onClick={() => setWithdrawing(true)}>{text('practiceCards.withdraw')}</Button>}
      </div>
      {withdrawn !== null && <Notice tone="stop">{text('practiceCards.wasWithdrawn', { day: dates.date(dates.dateOf(withdrawn.at)) })}{withdrawn.reason !== null && <> <span dir="auto">{withdrawn.reason}</span></>}</Notice>}
      <ul className={tiles['facts']}>{cardFacts(text, card).map((line) => <li key={line}>{line}</li>)}</ul>
      <div className={styles['story']}>{cardTexts.map(([field]) => { const words = card[field]; return words === null ? null : <Part key={field} title={text(headingOf(field))} words={words} /> })}</div>
      <p className={page['soft']}>{text('practiceCards.year', { year: String(card.year) })} {text(isOwn ? 'practiceCards.ownHint' : 'practiceCards.noFamily')}</p>
      {withdrawing && (
        <UnkeptWordsDialog
          title={text('practiceCards.withdraw')} label={text('practiceCards.withdrawReason')} hint={text('practiceCards.withdrawHint')} sendLabel={text('practiceCards.withdraw')} command={withdraw} onClose={() => setWithdrawing(false)}
          onSend={async (reason) => { const done = await withdraw.run({ id, reason }); if (done) readAgain(); return done }}
        />
      )}
    </div>
  )
}

const Part = ({ title, words }: { readonly title: string; readonly words: string }) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={page['words']} dir="auto">{words}</p>
    </section>
  )
}
