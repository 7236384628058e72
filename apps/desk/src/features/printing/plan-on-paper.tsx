import type { PrintedPlanQuery } from '@samenspel/graphql-documents/desk'
import { createDates, type Language } from '@samenspel/intl'
import { GasStrip, writeScore } from '@samenspel/pictures'
import { use, type ReactNode } from 'react'
import { speaking, type Say } from './speaking.ts'
import styles from './plan-on-paper.module.css'

type Printed = PrintedPlanQuery['printedPlan']
type Props = { readonly printed: Printed; readonly say: Say; readonly dates: ReturnType<typeof createDates> }

/** The plan on paper. For a parent there is nothing but what was written for parents, what they said themselves, and what is agreed on. */
export const PlanOnPaper = ({ printed, language, zone }: { readonly printed: Printed; readonly language: Language; readonly zone: string }) => {
  const say = use(speaking(language))
  const dates = createDates(language, zone)
  const { parent, plan: { versions } } = printed
  const inForce = versions.find(({ state }) => state === 'IN_FORCE')
  // A parent reads the newest version; the team what it works at today, and beside it what holds.
  const version = parent === null ? inForce ?? versions[0] : versions[0]
  return (
    <article className={styles['paper']} lang={language} data-for={printed.parent === null ? 'team' : 'parent'}>
      <header>
        {printed.parent !== null && <p>{say('print.for', { name: printed.parent })}</p>}
        <h2>{printed.parent === null ? say('print.planOf', { family: printed.familyName }) : say('print.plan')}</h2>
        {version !== undefined && <p className={styles['soft']}>{[parent === null ? say('print.today', { day: dates.date(printed.on) }) : undefined, version.inForceSince === null ? say('print.version', { number: String(version.number) }) : say('print.versionSince', { number: String(version.number), day: dates.date(dates.dateOf(version.inForceSince)) })].filter(Boolean).join(' ')}</p>}
      </header>
      {printed.parent === null ? <ForTeam printed={printed} say={say} dates={dates} /> : <ForParent printed={printed} say={say} dates={dates} />}
    </article>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => <section><h3>{title}</h3>{children}</section>

/** What was written on each of these, in the order in which a plan is read; what was written for parents stands on their own page. */
const topics = ['STRENGTHS', 'WORRIES', 'NETWORK', 'EARLIER_HELP', 'FEWER_HYPOTHESES'] as const

const routes = ['PARENTS', 'BOND', 'SURROUNDINGS', 'CHILD'] as const

const ForTeam = ({ printed: { guidingQuestion, goals, plan, agreementCards, actions, closing, family, team, supports, port }, say, dates }: Props) => (
  <>
    {closing !== null && <Part title={say('print.closing')}><p className={styles['words']} dir="auto">{closing.words}</p><p className={styles['soft']}>{say('print.closedBy', { name: closing.by, day: dates.date(dates.dateOf(closing.at)) })}</p></Part>}
    {guidingQuestion !== null && <Part title={say('print.question')}><p className={styles['question']} dir="auto">{guidingQuestion.text}</p></Part>}
    {port !== null && <Part title={say('print.port', { route: say(`print.route.${port.route}`) })}>
      <p dir="auto">{port.why}</p>
      <p dir="auto">{say('print.portQuestion', { text: port.parentsQuestion })} <span className={styles['soft']}>{say('print.portReview', { day: dates.date(port.reviewOn) })}</span></p>
    </Part>}
    {plan.parentsGoals.length > 0 && <Part title={say('print.parentsGoals')}><ul>{plan.parentsGoals.map(({ parentId, firstName, text }) => <li key={parentId} dir="auto"><b>{firstName}:</b> {text}</li>)}</ul></Part>}
    {goals.some(({ ended }) => ended === null) && <Part title={say('print.goals')}>
      <ul className={styles['goals']}>
        {goals.filter(({ ended }) => ended === null).map((goal) => (
          <li key={goal.id}>
            <div>
              <b dir="auto">{goal.title}</b> <span className={styles['soft']}>{say(`print.route.${goal.route}`)}</span>
              <p dir="auto">{say('print.nowAt')} {writeScore(goal.current ?? goal.start)}: {goal.levels.find(({ value }) => value === (goal.current ?? goal.start))?.text}</p>
            </div>
            <GasStrip title={goal.title} scale={goal.scale} start={goal.start} current={goal.current} />
          </li>
        ))}
      </ul>
    </Part>}
    {goals.some(({ ended }) => ended?.outcome === 'REACHED') && <Part title={say('print.reached')}><ul>{goals.filter(({ ended }) => ended?.outcome === 'REACHED').map(({ id, title, ended }) => <li key={id} dir="auto"><b>{title}.</b> {ended?.words}</li>)}</ul></Part>}
    {plan.lines.some(({ endedBecause }) => endedBecause === null) && (
      <Part title={say('print.lines')}>
        <dl>
          {routes.map((route) => {
            const own = plan.lines.filter((line) => line.route === route && line.endedBecause === null)
            return own.length === 0 ? null : <div key={route}><dt>{say(`print.route.${route}`)}</dt><dd>{own.map(({ id, text, carriedBy }) => <p key={id} dir="auto">{text}{carriedBy !== null && <span className={styles['soft']}> {carriedBy}</span>}</p>)}</dd></div>
          })}
        </dl>
      </Part>
    )}
    {topics.some((topic) => plan.texts.some((one) => one.topic === topic)) && <div className={styles['pair']}>
      {topics.map((topic) => plan.texts.filter((one) => one.topic === topic).map(({ text }) => <Part key={topic} title={say(`print.topic.${topic}`)}><p dir="auto">{text}</p></Part>))}
    </div>}
    <Cards cards={agreementCards} say={say} />
    <Actions actions={actions} say={say} dates={dates} />
    {plan.evaluations[0] !== undefined && <Part title={say('print.looking')}><p className={styles['soft']}>{dates.date(plan.evaluations[0].on)}</p><p dir="auto">{say('print.helped', { text: plan.evaluations[0].helped })}</p><p dir="auto">{say('print.next', { text: plan.evaluations[0].next })}</p></Part>}
    <div className={styles['pair']}>
      {family.length > 0 && <Part title={say('print.family')}>
        <ul>{family.map(({ name, what }) => <li key={name}>{name}, {what}</li>)}</ul>
        {supports.length > 0 && <p dir="auto">{say('print.around')}: {supports.map(({ name }) => name).join(', ')}</p>}
      </Part>}
      {team.length > 0 && <Part title={say('print.team')}>
        <ul>{team.map(({ id, isCoordinator, isSubstitute, professional: { name, title, phone, organisation } }) => (
          <li key={id}>{name} <span className={styles['soft']}>{[title, organisation.name, phone, isCoordinator ? say('print.coordinator') : isSubstitute ? say('print.substitute') : null].filter(Boolean).join(', ')}</span></li>
        ))}</ul>
      </Part>}
    </div>
  </>
)

/** Nothing of what professionals wrote for each other is cut for this: what has no plain words isn't here. */
const ForParent = ({ printed: { plan, agreementCards, actions, call }, say, dates }: Props) => {
  const { question, goals, reached, lines, looked } = plan.plain
  const own = plan.parentsGoals.find(({ isYours }) => isYours)
  return (
    <>
      {question !== null && <Part title={say('print.question')}><p className={styles['question']} dir="auto">{question}</p></Part>}
      {own !== undefined && <Part title={say('print.ownGoal')}><p dir="auto">{own.text}</p></Part>}
      {goals.length > 0 && <Part title={say('print.goals')}><ul>{goals.map(({ id, words, stands }) => <li key={id} dir="auto"><b>{words}</b>{stands !== null && <p>{say('print.nowAt')}: {stands}</p>}</li>)}</ul></Part>}
      {reached.length > 0 && <Part title={say('print.reached')}><ul>{reached.map(({ id, words }) => <li key={id} dir="auto">{words}</li>)}</ul></Part>}
      {lines.length > 0 && <Part title={say('print.lines')}><ul>{lines.map(({ id, words, carriedBy }) => <li key={id} dir="auto">{words}{carriedBy !== null && <span className={styles['soft']}> {carriedBy}</span>}</li>)}</ul></Part>}
      <Cards cards={agreementCards} say={say} />
      <Actions actions={actions.filter(({ isYours }) => isYours)} say={say} dates={dates} />
      {looked !== null && <Part title={say('print.looking')}><p dir="auto">{looked}</p></Part>}
      {call !== null && <div className={styles['call']}><h3>{say('print.planQuestion')}</h3><p>{call.phone === null ? say('print.cancelNoPhone', { name: call.name }) : say('print.cancel', { name: call.name, phone: call.phone })}</p></div>}
    </>
  )
}

const Cards = ({ cards, say }: { readonly cards: Printed['agreementCards']; readonly say: Say }) => cards.length === 0 ? null : (
  <Part title={say('print.cards')}>
    <ul>
      {cards.map(({ id, title, text, atHome, inGroup }) => (
        <li key={id} dir="auto"><b>{title}.</b> {text}{atHome !== null && <p>{say('print.cardHome', { text: atHome })}</p>}{inGroup !== null && <p>{say('print.cardGroup', { text: inGroup })}</p>}</li>
      ))}
    </ul>
  </Part>
)

const Actions = ({ actions, say, dates }: { readonly actions: Printed['actions'] } & Pick<Props, 'say' | 'dates'>) => {
  const open = actions.filter(({ done }) => !done)
  return open.length === 0 ? null : (
    <Part title={say('print.actions')}>
      <ul>{open.map(({ id, text, owner, dueOn }) => <li key={id} dir="auto">{text} <span className={styles['soft']}>{dueOn === null ? owner : say('print.until', { name: owner, day: dates.shortDay(dueOn) })}</span></li>)}</ul>
    </Part>
  )
}
