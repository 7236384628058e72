import { StatusMark } from '@samenspel/ui'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import type { Example } from './filters.ts'
import styles from './rules.module.css'

const columns = ['example', 'who', 'whose', 'action', 'outcome', 'because'] as const

/** Examples of who may see what, each with the rules that decided. @param sentences what a rule says, by its id */
export const ExampleTable = ({ examples, sentences }: { readonly examples: readonly Example[]; readonly sentences: ReadonlyMap<string, string> }) => {
  const text = useText()
  return (
    <Table caption={text('rules.caption')} columns={columns.map((column) => text(`rules.column.${column}`))}>
      {examples.map(({ id, who, whose, category, action, outcome, isAllowed, isNothing, circumstances, policies, reason, isAsAgreed }) => (
        <tr key={id}>
          <th scope="row" className={styles['id']}>{id}</th>
          <td data-label={text('rules.column.who')}><span className={styles['words']}>{who}</span></td>
          <td data-label={text('rules.column.whose')}><span className={styles['words']}>{whose}: {category}</span></td>
          <td data-label={text('rules.column.action')}>
            <span className={styles['words']}>{action}</span>
            <ul className={styles['circumstances']}>{circumstances.map((one) => <li key={one}>{one}</li>)}</ul>
          </td>
          <td data-label={text('rules.column.outcome')}>
            <StatusMark tone={isAllowed ? 'ok' : isNothing ? 'stop' : 'wait'}>{outcome}</StatusMark>
            {!isAsAgreed && <StatusMark tone="stop">{text('rules.disagrees')}</StatusMark>}
          </td>
          <td data-label={text('rules.column.because')}>
            <span lang="nl">{reason}</span>
            <ul className={styles['circumstances']}>
              {policies.length === 0 ? <li>{text('rules.default')}</li> : policies.map((policy) => <li key={policy}>{policy}: {sentences.get(policy)}</li>)}
            </ul>
          </td>
        </tr>
      ))}
    </Table>
  )
}
