import { GrantErasureDocument, RefuseErasureDocument, type GrantGround, type RefusalGround } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { isDue, type Erasure } from './erasure.ts'
import styles from './erasures.module.css'

const grantGrounds = ['REQUEST', 'CONSENT_WITHDRAWN', 'UNLAWFUL', 'LEGAL_OBLIGATION', 'RETENTION_ENDED'] as const satisfies readonly GrantGround[]
const refusalGrounds = ['INTEREST_OF_OTHER', 'LEGAL_DUTY', 'OWN_DEFENCE', 'INTEREST_OF_CHILD'] as const satisfies readonly RefusalGround[]

type Props = { readonly erasure: Erasure; readonly readAgain: () => void }

/** To erase, on a ground and after typing the case number; or to refuse, on one of four grounds. */
export const Decision = ({ erasure, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [ground, setGround] = useState<GrantGround>(isDue(erasure, dates.today()) ? 'RETENTION_ENDED' : 'REQUEST')
  const [left, setLeft] = useState<readonly string[]>([])
  const [agreed, setAgreed] = useState<Readonly<Record<string, string>>>({})
  const [asking, setAsking] = useState<'confirm' | 'refuse'>()
  const chosen = erasure.records.filter(({ controller }) => !left.includes(controller))
  const records = chosen.map(({ controller, isOwn }) => ({ controller, ...(!isOwn && agreed[controller] !== undefined && agreed[controller] !== '' && { agreedOn: agreed[controller] }) }))
  return (
    <Section title={text('erasure.decide')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); setAsking('confirm') }}>
        <Field label={text('erasure.grant.ground')}>
          {(control) => <select {...control} value={ground} onChange={(event) => setGround(event.target.value as GrantGround)}>{grantGrounds.map((one) => <option key={one} value={one}>{text(`erasure.grant.${one}`)}</option>)}</select>}
        </Field>
        <fieldset className={styles['choices']}>
          <legend>{text('erasure.grant.records')}</legend>
          {erasure.records.map(({ controller, name, isOwn }) => (
            <div key={controller}>
              <label className={styles['choice']}>
                <input type="checkbox" checked={!left.includes(controller)} onChange={() => setLeft(left.includes(controller) ? left.filter((one) => one !== controller) : [...left, controller])} /> {name}
              </label>
              {!isOwn && !left.includes(controller) && (
                <div className={styles['agreed']}>
                  <Field label={text('erasure.grant.agreedOn', { name })}>
                    {(control) => <input {...control} type="date" required max={dates.today()} value={agreed[controller] ?? ''} onChange={(event) => setAgreed({ ...agreed, [controller]: event.target.value })} />}
                  </Field>
                </div>
              )}
            </div>
          ))}
        </fieldset>
        <div className={styles['row']}>
          <Button type="submit" kind="stop">{text('erasure.grant.open')}</Button>
          <Button kind="secondary" onClick={() => setAsking('refuse')}>{text('erasure.refuse.open')}</Button>
        </div>
      </form>
      <Confirm isOpen={asking === 'confirm'} erasure={erasure} ground={ground} records={records} readAgain={readAgain} onClose={() => setAsking(undefined)} />
      <Refuse isOpen={asking === 'refuse'} erasure={erasure} readAgain={readAgain} onClose={() => setAsking(undefined)} />
    </Section>
  )
}

type Asked = Props & { readonly isOpen: boolean; readonly onClose: () => void }

/** What can't be undone is confirmed by typing which case it is. */
const Confirm = ({ isOpen, onClose, erasure, ground, records, readAgain }: Asked & { readonly ground: GrantGround; readonly records: readonly { readonly controller: string; readonly agreedOn?: string }[] }) => {
  const text = useText()
  const grant = useCommand(GrantErasureDocument)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { familyId, id, caseNumber } = erasure
  const send = async (): Promise<void> => {
    setWrong(typed.trim() !== caseNumber)
    if (typed.trim() === caseNumber && await grant.run({ familyId, erasureId: id, ground, records: [...records] })) {
      onClose()
      readAgain()
    }
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('erasure.confirm.title')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p>{text('erasure.confirm.what')}</p>
        <p>{text('erasure.confirm.others')}</p>
        <Field label={text('erasure.confirm.type', { number: caseNumber })} {...isWrong && { error: text('erasure.confirm.wrong') }}>
          {(control) => <input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <SaidNo refusal={grant.refusal} />
        <div className={styles['row']}>
          <Button type="submit" kind="stop" busy={grant.busy}>{text('erasure.confirm.send')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const Refuse = ({ isOpen, onClose, erasure: { familyId, id }, readAgain }: Asked) => {
  const text = useText()
  const refuse = useCommand(RefuseErasureDocument)
  const [ground, setGround] = useState<RefusalGround>()
  const send = async (): Promise<void> => {
    if (ground !== undefined && await refuse.run({ familyId, erasureId: id, ground })) {
      onClose()
      readAgain()
    }
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('erasure.refuse.title')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p>{text('erasure.refuse.intro')}</p>
        <RadioCards name="refusal-ground" legend={text('erasure.refuse.ground')} options={refusalGrounds.map((value) => ({ value, label: text(`erasure.refuse.${value}`) }))} chosen={ground} onChoose={setGround} />
        <SaidNo refusal={refuse.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={refuse.busy} aria-disabled={ground === undefined || undefined}>{text('erasure.refuse.send')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
