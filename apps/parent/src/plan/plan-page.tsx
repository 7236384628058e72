import { CompleteOwnActionDocument, PlanForParentsDocument, ReopenOwnActionDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice, PageHeading, QueryState, VisuallyHidden } from '@samenspel/ui'
import { useCallback, useId, useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { FromBefore, useIsFromBefore } from '../silence/from-before.tsx'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { AnswerPlan } from './answer-plan.tsx'
import { OwnGoal } from './own-goal.tsx'
import { PracticeCard } from './practice-card.tsx'
import styles from './plan-page.module.css'
import type { PlanFamily } from './plan-family.ts'

/**
 * The plan in plain words: what this parent wants, what was written for parents, what home and group do in the same way. There is no
 * number here, and nothing that professionals wrote for each other.
 */
export const PlanPage = () => {
  const text = usePageText()
  const [{ data, error, fetching }, ask] = useQuery({ query: PlanForParentsDocument })
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return (
    <Page>
      <BackLink />
      <PageHeading title={text('plan.title')}>{text('plan.title')}</PageHeading>
      <QueryState asked={{ data: data?.families.nodes[0], error, fetching }} onRetry={again}>{(family) => <OfFamily family={family} />}</QueryState>
    </Page>
  )
}

type Props = { readonly family: PlanFamily }

const OfFamily = ({ family }: Props) => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  const { plan } = family
  const [newest] = plan.versions
  const isFromBefore = useIsFromBefore()
  const isOld = newest !== undefined && isFromBefore(dates.dateOf(newest.drawnAt))
  const { question, goals, reached, lines, looked, lookedOn } = plan.plain
  // What was done here a moment ago still stands here: it can be taken back at once.
  const [doneHere, setDoneHere] = useState<readonly string[]>([])
  const own = family.actions.filter(({ id, isYours, done }) => isYours && (!done || doneHere.includes(id)))
  const isEmpty = question === null && goals.length + lines.length + family.agreementCards.length + own.length + plan.parentsGoals.length === 0
  return (
    <Columns
      main={
        <>
          {isOld && <FromBefore />}
          {newest !== undefined && newest.mayAnswer && !isOld && <div data-print="never"><AnswerPlan familyId={family.id} version={newest} /></div>}
          {isEmpty && <Card><p>{text('plan.empty')}</p></Card>}
          {question !== null && <Part title={text('plan.question')}><p className={styles['lead']} dir="auto">{question}</p></Part>}
          {(goals.length > 0 || reached.length > 0) && (
            <Part title={text('plan.goals')}>
              <ul className={styles['list']}>
                {goals.map(({ id, words, stands, standsOn }) => (
                  <li key={id}>
                    <p className={styles['strong']} dir="auto">{words}</p>
                    {stands !== null && standsOn !== null && <p dir="auto"><span className={styles['soft']}>{text('plan.stands', { day: dates.day(standsOn) })}</span> {stands}</p>}
                  </li>
                ))}
                {reached.map(({ id, words }) => <li key={id}><p dir="auto"><b>{text('plan.reached')}</b> {words}</p></li>)}
              </ul>
            </Part>
          )}
          {lines.length > 0 && (
            <Part title={text('plan.lines')}>
              <ul className={styles['list']}>{lines.map(({ id, words, carriedBy }) => <li key={id}><p dir="auto">{words}</p>{carriedBy !== null && <p className={styles['soft']} dir="auto">{carriedBy}</p>}</li>)}</ul>
            </Part>
          )}
          {family.agreementCards.length > 0 && (
            <Part title={text('plan.cards')}>
              <ul className={styles['list']}>
                {family.agreementCards.map(({ id, title, text: words, atHome, inGroup }) => (
                  <li key={id}>
                    <p className={styles['strong']} dir="auto">{title}</p>
                    <p dir="auto">{words}</p>
                    {atHome !== null && <p dir="auto"><b>{text('plan.atHome')}</b> {atHome}</p>}
                    {inGroup !== null && <p dir="auto"><b>{text('plan.inGroup')}</b> {inGroup}</p>}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {looked !== null && (
            <Part title={text('plan.looked')}>
              <p dir="auto">{looked}</p>
              {lookedOn !== null && <p className={styles['soft']}>{text('plan.lookedOn', { day: dates.day(lookedOn) })}</p>}
            </Part>
          )}
        </>
      }
      aside={
        <>
          <OwnGoal familyId={family.id} goal={plan.parentsGoals.find(({ isYours }) => isYours)} />
          {own.length > 0 && (
            <Part title={text('plan.yours')}>
              <ul className={styles['list']}>{own.map((action) => <li key={action.id}><OwnAction familyId={family.id} action={action} today={now.date} onDone={() => { setDoneHere([...doneHere, action.id]) }} /></li>)}</ul>
            </Part>
          )}
          {plan.practiceCard?.mayAnswer === true && <div data-print="never"><PracticeCard familyId={family.id} card={plan.practiceCard} /></div>}
          {newest !== undefined && <p className={styles['soft']}>{newest.inForceSince === null ? text('plan.version', { number: newest.number }) : text('plan.versionSince', { number: newest.number, day: dates.day(dates.dateOf(newest.inForceSince)) })}</p>}
          <div data-print="never"><Button kind="secondary" wide onClick={() => { print() }}>{text('plan.print')}</Button></div>
        </>
      }
    />
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId()
  return <Card labelledBy={id}><div className={styles['part']}><h2 id={id}>{title}</h2>{children}</div></Card>
}

/** Something this parent took on; done can be taken back at once. */
const OwnAction = ({ familyId, action: { id, text: words, dueOn, done: isDone }, today, onDone }: { readonly familyId: string; readonly action: PlanFamily['actions'][number]; readonly today: string; readonly onDone: () => void }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const done = useCommand(CompleteOwnActionDocument)
  const undo = useCommand(ReopenOwnActionDocument)
  const failed = [done.state, undo.state].find((state) => state.kind === 'failed')
  return (
    <div className={styles['part']}>
      <p dir="auto">{words}</p>
      {dueOn !== null && !isDone && <p className={styles['soft']}>{text(dueOn < today ? 'plan.dueWas' : 'plan.due', { day: dates.day(dueOn) })}</p>}
      {isDone
        ? <div><Notice tone="ok">{text('plan.isDone')}</Notice><Button kind="quiet" busy={undo.state.kind === 'busy'} onClick={() => { void undo.send({ familyId, actionId: id }) }}>{text('plan.undo')}<VisuallyHidden>: {words}</VisuallyHidden></Button></div>
        : <Button kind="secondary" busy={done.state.kind === 'busy'} onClick={() => { onDone(); void done.send({ familyId, actionId: id }) }}>{text('plan.done')}<VisuallyHidden>: {words}</VisuallyHidden></Button>}
      <Notice tone="stop">{failed?.kind === 'failed' && (failed.reason ?? text('action.failed'))}</Notice>
    </div>
  )
}
