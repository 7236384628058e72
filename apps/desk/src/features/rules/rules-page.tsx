import { AccessRulesDocument, type AccessRulesQuery } from '@samenspel/graphql-documents/desk'
import { Button, Field, PageHeading } from '@samenspel/ui'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { ExampleTable } from './example-table.tsx'
import { choicesOf, chosenFrom, filterNames, type Chosen, type Example, type FilterName } from './filters.ts'
import { PolicyTable } from './policy-table.tsx'
import styles from './rules.module.css'

type Rules = AccessRulesQuery['accessRules']

/** Who may see what: every rule in a sentence, and the examples that were agreed, as the system decides them now. */
export const RulesPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: AccessRulesDocument })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('rules.title')}>{text('rules.title')}</PageHeading>
      <p className={styles['intro']}>{text('rules.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ accessRules }) => <Rules rules={accessRules} />}
      </Answered>
    </div>
  )
}

const Rules = ({ rules: { policies, examples } }: { readonly rules: Rules }) => {
  const text = useText()
  const [chosen, setChosen] = useState<Chosen>({})
  // Choosing answers at once; the long table follows.
  const followed = useDeferredValue(chosen)
  const shown = useMemo(() => chosenFrom(examples, followed), [examples, followed])
  return (
    <>
      <details className={styles['policies']}>
        <summary>{text('rules.policies', { count: policies.length })}</summary>
        <PolicyTable policies={policies} />
      </details>
      <form className={styles['filters']} onSubmit={(event) => event.preventDefault()} aria-label={text('rules.filters')}>
        {filterNames.map((name) => (
          <Filter key={name} name={name} policies={policies} choices={choicesOf(examples, name, chosen)} value={chosen[name] ?? ''}
            onChoose={(value) => setChosen({ ...chosen, [name]: value === '' ? undefined : value })} />
        ))}
        {Object.values(chosen).some((value) => value !== undefined) && <Button kind="quiet" onClick={() => setChosen({})}>{text('rules.filter.clear')}</Button>}
      </form>
      <p role="status">{shown.length === 0 ? text('rules.none') : text('rules.count', { count: shown.length, total: examples.length })}</p>
      {shown.length > 0 && <Examples examples={shown} policies={policies} />}
    </>
  )
}

const Examples = memo(({ examples, policies }: { readonly examples: readonly Example[]; readonly policies: Rules['policies'] }) => (
  <ExampleTable examples={examples} sentences={new Map(policies.map(({ id, sentence }) => [id, sentence]))} />
))
Examples.displayName = 'Examples'

type FilterProps = { readonly name: FilterName; readonly choices: readonly string[]; readonly value: string; readonly policies: Rules['policies']; readonly onChoose: (value: string) => void }

const Filter = ({ name, choices, value, policies, onChoose }: FilterProps) => {
  const text = useText()
  const wordsOf = (choice: string) => name === 'policy' ? `${choice}: ${policies.find(({ id }) => id === choice)?.sentence ?? ''}` : choice
  return (
    <Field label={text(`rules.filter.${name}`)}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text('rules.filter.all')}</option>
          {choices.map((choice) => <option key={choice} value={choice}>{wordsOf(choice)}</option>)}
        </select>
      )}
    </Field>
  )
}
