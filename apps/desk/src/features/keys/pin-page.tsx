import { ChoosePinDocument, LeaveTabletDocument, OwnTabletsDocument, type OwnTabletsQuery } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, PageHeading, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from './keys.module.css'

type OwnTablet = OwnTabletsQuery['ownTablets'][number]

/** The PIN of somebody who works at a group's tablet, chosen where they signed in with their own account. */
export const PinPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: OwnTabletsDocument })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('pin.title')}>{text('pin.title')}</PageHeading>
      <p>{text('pin.lead')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={({ ownTablets }) => ownTablets.length === 0} empty={<p>{text('pin.none')}</p>}>
        {({ ownTablets }) => <><Own tablets={ownTablets} /><Choose tablets={ownTablets} /></>}
      </Answered>
    </div>
  )
}

const Own = ({ tablets }: { readonly tablets: readonly OwnTablet[] }) => {
  const text = useText()
  const leave = useCommand(LeaveTabletDocument)
  return (
    <Section title={text('pin.mine')}>
      <ul className={styles['own']}>
        {tablets.map(({ id, name, hasPin, isLocked }) => (
          <li key={id}>
            <span><strong>{name}</strong><span className={styles['soft']}>{text(isLocked ? 'pin.locked' : hasPin ? 'pin.has' : 'pin.not')}</span></span>
            {hasPin && <Button kind="quiet" busy={leave.busy} onClick={() => { void leave.run({ tabletId: id }) }}>{text('pin.leave')}<VisuallyHidden>: {name}</VisuallyHidden></Button>}
          </li>
        ))}
      </ul>
      <SaidNo refusal={leave.refusal} />
    </Section>
  )
}

const Choose = ({ tablets }: { readonly tablets: readonly OwnTablet[] }) => {
  const text = useText()
  const choose = useCommand(ChoosePinDocument)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const [saved, setSaved] = useState(false)
  const chosen = tablets.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const send = async (): Promise<void> => {
    setSaved(false)
    setDiffers(pin !== again)
    if (pin !== again || !await choose.run({ pin, tabletIds: chosen })) return
    setPin('')
    setAgain('')
    setSaved(true)
  }
  const digits = { type: 'password', inputMode: 'numeric', required: true, pattern: '[0-9]{6}', maxLength: 6, autoComplete: 'off' } as const
  return (
    <Section title={text('pin.choose')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!choose.busy) void send() }}>
        {tablets.length > 1 && (
          <fieldset className={styles['choices']}>
            <legend>{text('pin.for')}</legend>
            {tablets.map(({ id, name }) => (
              <label key={id} className={styles['choice']}>
                <input type="checkbox" checked={!left.has(id)} onChange={({ target }) => setLeft(new Set(target.checked ? [...left].filter((one) => one !== id) : [...left, id]))} /> {name}
              </label>
            ))}
          </fieldset>
        )}
        <Field label={text('pin.new')} hint={text('pin.newHint')}>
          {(control) => <input {...control} {...digits} value={pin} onChange={(event) => setPin(event.target.value)} />}
        </Field>
        <Field label={text('pin.again')} error={differs ? text('pin.differ') : undefined}>
          {(control) => <input {...control} {...digits} value={again} onChange={(event) => { setAgain(event.target.value); setDiffers(false) }} />}
        </Field>
        <SaidNo refusal={choose.refusal} />
        <Notice tone="ok">{saved && text('pin.saved')}</Notice>
        <div className={styles['actions']}><Button type="submit" busy={choose.busy}>{text('pin.save')}</Button></div>
      </form>
    </Section>
  )
}
