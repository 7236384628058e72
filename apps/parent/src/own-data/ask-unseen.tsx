import { AskUnseenRestrictionDocument, type OwnDataQuery, type RestrictionGround } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Dialog, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { Grounds } from './grounds.tsx'
import styles from './own-data.module.css'
import { places } from './places.ts'

type Person = NonNullable<OwnDataQuery['ownData']>['persons'][number]
type Props = { readonly familyId: string; readonly persons: readonly Person[] }

/**
 * Asks that what a parent doesn't see of a child isn't used (GDPR 18). The same words for everybody, whether there is anything or not;
 * the answer tells neither.
 */
export const AskUnseen = ({ familyId, persons }: Props) => {
  const text = usePageText()
  const children = persons.filter(({ mayAskUnseen }) => mayAskUnseen)
  const [isOpen, setOpen] = useState(false)
  const [isSent, setSent] = useState(false)
  if (children.length === 0) return null
  return (
    <Card>
      <div className={styles['stack']}>
        <h2 id={places.unseen} className={styles['title']}>{text('data.unseen.title')}</h2>
        <p>{text('data.unseen.what')}</p>
        <p>{text('data.unseen.always')}</p>
        <Button kind="secondary" wide onClick={() => { setSent(false); setOpen(true) }}>{text('data.shut')}</Button>
        <Notice tone="ok">{isSent && text('data.sent')}</Notice>
      </div>
      <Dialog isOpen={isOpen} onClose={() => { setOpen(false) }} title={text('data.shut')}>
        {isOpen && <Form familyId={familyId} persons={children} onClose={(sent) => { setOpen(false); setSent(sent) }} />}
      </Dialog>
    </Card>
  )
}

const Form = ({ familyId, persons, onClose }: Props & { readonly onClose: (sent: boolean) => void }) => {
  const text = usePageText()
  const [person, setPerson] = useState(persons.length === 1 ? persons[0]?.id : undefined)
  const [ground, setGround] = useState<RestrictionGround>()
  const [isTried, setTried] = useState(false)
  const { state, send } = useCommand(AskUnseenRestrictionDocument)
  const ask = async () => {
    if (person === undefined || ground === undefined) { setTried(true); return }
    if (state.kind === 'busy') return
    if (await send({ familyId, personId: person, ground }) === undefined) return
    onClose(true)
  }
  return (
    <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void ask() }}>
      <p>{text('data.unseen.answer')}</p>
      {persons.length > 1 && <RadioCards name="unseen-of" legend={text('data.unseen.whom')} options={persons.map(({ id, name }) => ({ value: id, label: name }))} chosen={person} onChoose={setPerson} />}
      <Grounds chosen={ground} onChoose={setGround} />
      <Notice tone="stop">{isTried && (person === undefined || ground === undefined) ? text('data.shutChoose') : state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'} aria-disabled={ground === undefined || person === undefined || undefined}>{text('data.shutYes')}</Button>
      <Button kind="secondary" wide onClick={() => { onClose(false) }}>{text('action.back')}</Button>
    </form>
  )
}
