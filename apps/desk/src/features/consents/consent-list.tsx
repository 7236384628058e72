import { useDates } from '@samenspel/ui'
import page from '../../parts/page.module.css'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { ConsentActions } from './consent-actions.tsx'
import type { Consent, ConsentFamily } from './consents.ts'

/** Each yes and each no by itself, with who said it and how, and what can be noted about it. */
export const ConsentList = ({ family, consents }: { readonly family: ConsentFamily; readonly consents: readonly Consent[] }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const columns = [text('consents.who'), text('consents.what'), text('consents.state'), text('consents.given'), text('consents.action')]
  const [who, what, state, given, action] = columns
  return (
    <Table caption={text('consents.listCaption')} columns={columns}>
      {consents.map((consent) => (
        <tr key={consent.id}>
          <th scope="row" data-label={who}>{consent.recipient.label}</th>
          <td data-label={what}>{consent.what}</td>
          <td data-label={state}>
            <strong>{text(`consents.${consent.effect}.${consent.state}`)}</strong><br />
            <span className={page['soft']}>
              {consent.withdrawnOn !== null ? text('consents.stoppedOn', { day: dates.date(consent.withdrawnOn), name: consent.withdrawnBy ?? '' })
                : consent.until === null ? text('consents.since', { from: dates.date(consent.from) }) : text('consents.between', { from: dates.date(consent.from), until: dates.date(consent.until) })}
            </span>
          </td>
          <td data-label={given}>
            {text(`consents.basis.${consent.basis}`)}: {consent.signedBy.join(', ')}<br />
            <span className={page['soft']}>{consent.howExplained} ({consent.askedBy})</span>
          </td>
          <td data-label={action}>{family.can.contribute && <ConsentActions family={family} consent={consent} />}</td>
        </tr>
      ))}
    </Table>
  )
}
