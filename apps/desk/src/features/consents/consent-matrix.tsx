import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { matrixOf, ruleOf, type Cell, type Consent, type ConsentFamily, type Organisation, type Reason } from './consents.ts'
import { NoteStop } from './note-stop.tsx'
import styles from './consents.module.css'

/** Whom it is about, by who may read: what holds now, until when, and why. It scrolls sideways, also by keyboard. */
export const ConsentMatrix = ({ family }: { readonly family: ConsentFamily }) => {
  const text = useText()
  const [stopping, setStopping] = useState<Organisation>()
  const { columns, rows } = matrixOf(family)
  if (rows.length === 0) return <p>{text('consents.none')}</p>
  return (
    <div className={styles['scroll']} role="region" aria-label={text('consents.matrix')} tabIndex={0}>
      <table className={styles['matrix']}>
        <caption className={styles['caption']}>{text('consents.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('consents.about')}</th>
            {columns.map((organisation) => <th key={organisation.id} scope="col">{organisation.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, subject, cells }) => (
            <tr key={key}>
              <th scope="row">{subject}</th>
              {cells.map((cell) => <td key={cell.organisation.id}><OneCell cell={cell} subject={subject} zone={family.zone} /></td>)}
            </tr>
          ))}
        </tbody>
        {family.can.contribute && (
          <tfoot>
            <tr>
              <th scope="row">{text('consents.stopAll')}</th>
              {columns.map((organisation) => (
                <td key={organisation.id}><Button kind="quiet" onClick={() => setStopping(organisation)}>{text('consents.stopAllNote')}<VisuallyHidden>: {organisation.name}</VisuallyHidden></Button></td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {stopping !== undefined && <NoteStop family={family} organisation={stopping} onClose={() => setStopping(undefined)} />}
    </div>
  )
}

const OneCell = ({ cell: { organisation, lines, coming, asked }, subject, zone }: { readonly cell: Cell; readonly subject: string; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  if (lines.length === 0 && coming.length === 0 && asked.length === 0) return <span className={page['soft']}>{text('consents.nothing')}</span>
  const category = (one: Consent['category']) => text(`consents.category.${one ?? 'ALL'}`)
  return (
    <ul className={styles['lines']}>
      {lines.map(({ key, effect, categories, until, reasons }) => (
        <li key={key}>
          <strong>{text(`consents.${effect}.IN_FORCE`)}</strong>: {categories.map(category).join(', ')}
          {until !== null && <span className={page['soft']}> ({text('consents.until', { day: dates.date(until) })})</span>}
          <details className={styles['because']}>
            <summary>{text('consents.because')}<VisuallyHidden>: {subject}, {organisation.name}</VisuallyHidden></summary>
            {reasons.map((reason) => <Because key={reason.decides.map(({ id }) => id).join(' ')} reason={reason} />)}
          </details>
        </li>
      ))}
      {coming.map((consent) => (
        <li key={consent.id}>
          <strong>{text(`consents.${consent.effect}.${consent.state}`)}</strong>: {category(consent.category)}
          {consent.state === 'COMING' && <span className={page['soft']}> ({text('consents.since', { from: dates.date(consent.from) })})</span>}
        </li>
      ))}
      {asked.map((request) => <li key={request.id}><strong>{text('consents.requests')}</strong>: {category(request.category)} <span className={page['soft']}>({text('consents.until', { day: dates.date(request.answerBy) })})</span></li>)}
    </ul>
  )
}

/** Which yes or no decides, and by which rule the others give way. */
const Because = ({ reason: { decides, givesWay } }: { readonly reason: Reason }) => {
  const text = useText()
  const [decider] = decides
  const named = ({ effect, category, recipient }: Consent) => text('consents.said', { effect: text(`consents.${effect}.IN_FORCE`), who: recipient.label, what: text(`consents.category.${category ?? 'ALL'}`) })
  return (
    <>
      {decides.map((consent) => (
        <p key={consent.id}>{named(consent)} <span className={page['soft']}>{text(`consents.basis.${consent.basis}`)}: {consent.signedBy.join(', ')}. {consent.basis === 'IMPLIED_BY_REFERRAL' && consent.howExplained}</span></p>
      ))}
      {givesWay.map((consent) => (
        <p key={consent.id}>{text('consents.givesWay', { said: named(consent) })} {decider !== undefined && text(`consents.rule.${ruleOf(decider, consent)}`)}</p>
      ))}
    </>
  )
}
