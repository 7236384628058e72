import { Card, StatusMark } from '@samenspel/ui'
import { useId } from 'react'
import { useText } from '../../parts/text.ts'
import { gainsOf, type Need, type PlannerFamily, type Proposal } from './planner.ts'
import { Priced } from './priced.tsx'
import { ProposedBundle } from './proposed-bundle.tsx'
import styles from './proposal-card.module.css'
import { UnplannedNeeds } from './unplanned-needs.tsx'

type Props = { readonly proposal: Proposal; readonly family: PlannerFamily; readonly place: number
  /** Whether minutes of some ways aren't known, so that what is proven is so with what is known. */
  readonly asKnown: boolean
  readonly chosen: boolean; readonly onToggle: () => void
  /** What can be asked about it, once the search is done. */
  readonly asking?: { readonly runId: string; readonly needs: readonly Need[] } | undefined
}

/** One proposal: what it asks of the family, what it saves and how sure that is, day by day, and what it leaves out and why. */
export const ProposalCard = ({ proposal, family, place, asKnown, chosen, onToggle, asking }: Props) => {
  const text = useText()
  const title = useId()
  const bundles = proposal.bundles.toSorted((a, b) => a.date.localeCompare(b.date) || (a.start ?? '').localeCompare(b.start ?? ''))
  return (
    <Card as="article" labelledBy={title}>
      <div className={styles['proposal']} data-chosen={chosen || undefined}>
        <header>
          <h2 id={title} className={styles['title']}><span className={styles['place']}>{text('planner.proposal', { place })}</span> {text(`proposal.${proposal.kind}`)}</h2>
          <StatusMark tone={proposal.proven && !asKnown ? 'ok' : 'neutral'}>
            {proposal.proven ? text(`planner.${proposal.kind === 'FEWEST_TRAVEL_DAYS' ? 'proven' : 'provenInItsWay'}${asKnown ? 'AsKnown' : ''}`) : proposal.travelDaysPossiblyFewer === null ? text('planner.notProven') : text('planner.atMost', { days: proposal.travelDaysPossiblyFewer })}
          </StatusMark>
          <label className={styles['choose']}><input type="checkbox" checked={chosen} onChange={onToggle} /> {text('planner.pick')}</label>
        </header>
        {proposal.moves.length > 0 && (
          <div className={styles['beside']}>
            <h3>{text('replan.moves')}</h3>
            <ul>{proposal.moves.map((move) => <li key={move}>{move}</li>)}</ul>
          </div>
        )}
        {proposal.tell !== null && <p className={styles['tell']}><span>{text('planner.tell')}</span> <q>{proposal.tell}</q></p>}
        {proposal.besideFirst !== null && (
          <div className={styles['beside']}>
            <h3>{text('planner.besideFirst')}</h3>
            {proposal.besideFirst.more.length + proposal.besideFirst.less.length === 0 ? <p>{text('planner.besideSame')}</p> : <Priced price={proposal.besideFirst} />}
          </div>
        )}
        {proposal.savings !== null && (
          <div className={styles['savings']}>
            <table>
              <thead><tr><th scope="col"><span className={styles['hidden']}>{text('planner.measure')}</span></th><th scope="col">{text('planner.apart')}</th><th scope="col">{text('planner.together')}</th></tr></thead>
              <tbody>
                {gainsOf(proposal.savings).map((gain) => (
                  <tr key={gain.what}>
                    <th scope="row">{text(`burden.${gain.what}`)}</th>
                    <td>{gain.what === 'minutes' ? <Hours minutes={gain.before} /> : gain.before}</td>
                    <td data-less={gain.after < gain.before || undefined}>{gain.what === 'minutes' ? <Hours minutes={gain.after} /> : gain.after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {proposal.savings.sentences.length > 0 && <ul className={styles['sentences']}>{proposal.savings.sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
          </div>
        )}
        <div className={styles['days']}>{bundles.map((bundle) => <ProposedBundle key={bundle.id} bundle={bundle} family={family} asking={asking && { ...asking, family, proposal }} />)}</div>
        {proposal.eveningReasons.length > 0 && (
          <div className={styles['why']}>
            <h3>{text('planner.evening')}</h3>
            <ul>{proposal.eveningReasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
          </div>
        )}
        <UnplannedNeeds family={family} proposal={proposal} runId={asking?.runId} />
      </div>
    </Card>
  )
}

const Hours = ({ minutes }: { readonly minutes: number }) => {
  const text = useText()
  return text('planner.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
}
