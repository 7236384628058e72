import type { AccessRulesQuery } from '@samenspel/graphql-documents/desk'
import { StatusMark } from '@samenspel/ui'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'

const columns = ['policy', 'effect', 'sentence', 'basis'] as const

/** All rules: what each says, and on what ground. */
export const PolicyTable = ({ policies }: { readonly policies: AccessRulesQuery['accessRules']['policies'] }) => {
  const text = useText()
  return (
    <Table caption={text('rules.policies.caption')} columns={columns.map((column) => text(`rules.column.${column}`))}>
      {policies.map(({ id, permits, sentence, basis }) => (
        <tr key={id}>
          <th scope="row">{id}</th>
          <td data-label={text('rules.column.effect')}><StatusMark tone={permits ? 'ok' : 'stop'}>{text(permits ? 'rules.effect.permit' : 'rules.effect.forbid')}</StatusMark></td>
          <td data-label={text('rules.column.sentence')}>{sentence}</td>
          <td data-label={text('rules.column.basis')} lang="en">{basis}</td>
        </tr>
      ))}
    </Table>
  )
}
