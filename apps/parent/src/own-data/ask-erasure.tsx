import { AskErasureDocument, type OwnDataQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Dialog, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'
import { places } from './places.ts'

type Person = NonNullable<OwnDataQuery['ownData']>['persons'][number]
type Props = { readonly familyId: string; readonly persons: readonly Person[] }

/** Asks that everything about oneself, or about an own child, is erased. Nothing happens before somebody has looked at it. */
export const AskErasure = ({ familyId, persons }: Props) => {
  const text = usePageText()
  const [person, setPerson] = useState<Person>()
  const { state, send } = useCommand(AskErasureDocument)
  const ask = async () => {
    if (person === undefined || state.kind === 'busy') return
    if (await send({ familyId, personId: person.id }) === undefined) return
    setPerson(undefined)
  }
  if (persons.length === 0) return null
  const nameOf = ({ isSelf, name }: Person) => isSelf ? text('data.erase.self') : text('data.erase.of', { name })
  return (
    <Card>
      <div className={styles['stack']}>
        <h2 id={places.erase} className={styles['title']}>{text('data.erase.title')}</h2>
        <p>{text('data.erase.what')}</p>
        {persons.map((one) => <Button key={one.id} kind="secondary" wide onClick={() => { setPerson(one) }}>{nameOf(one)}</Button>)}
        {person === undefined && <Notice tone="ok">{state.kind === 'done' && text('data.sent')}</Notice>}
      </div>
      <Dialog isOpen={person !== undefined} onClose={() => { setPerson(undefined) }} title={person === undefined ? '' : nameOf(person)}>
        <div className={styles['stack']}>
          <p>{text('data.erase.sure')}</p>
          {person !== undefined && person.mustAsk > 1 && <p>{text('data.others')}</p>}
          <p>{text('data.erase.month')}</p>
          <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
          <Button kind="stop" wide busy={state.kind === 'busy'} onClick={() => { void ask() }}>{text('data.erase.yes')}</Button>
          <Button kind="secondary" wide onClick={() => { setPerson(undefined) }}>{text('data.erase.no')}</Button>
        </div>
      </Dialog>
    </Card>
  )
}
