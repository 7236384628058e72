import { SignalTooMuchDocument, type OverloadChoice } from '@samenspel/graphql-documents/parent-pages'
import { Button, buttonClass, Card, Field, Notice, PageHeading, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, openSignal, type Family, type OverloadSignal } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { CallPromise } from './call-promise.tsx'
import styles from './too-much.module.css'

/** "It is too much now": three ways that help, nothing to explain, and then who calls. */
export const TooMuchPage = () => {
  const text = usePageText()
  const { me, family } = useFamilyView()
  const signal = family === undefined ? undefined : openSignal(family, me)
  return (
    <Page>
      <BackLink />
      <div>
        <PageHeading title={text('tooMuch.title')}>{text('tooMuch.title')}</PageHeading>
        <p className={styles['allowed']}>{text('tooMuch.allowed')}</p>
      </div>
      {signal !== undefined && <Sent signal={signal} />}
      {signal !== undefined && <PauseToo />}
      {signal === undefined && family?.can.signalTooMuch === true && <SignalForm family={family} />}
      <p className={styles['safe']}>{text('tooMuch.safe')}</p>
    </Page>
  )
}

const Sent = ({ signal }: { readonly signal: OverloadSignal }) => {
  const text = usePageText()
  return (
    <Card tone="ok">
      <div className={styles['sent']} role="status">
        <h2 className={styles['sentTitle']}>{text('tooMuch.thanks', { name: firstNameOf(signal.caller.name) })}</h2>
        <CallPromise signal={signal} />
        {signal.remindersPaused && <p>{text('tooMuch.paused')}</p>}
        <p>{text('tooMuch.stays')}</p>
        <p className={styles['chosen']}>{text('tooMuch.chosen', { choice: text(`tooMuch.${signal.choice}`) })}</p>
      </div>
    </Card>
  )
}

/** Whoever has said it may want no new appointments for a while: one tap away, and never done for them. */
const PauseToo = () => {
  const text = usePageText()
  return (
    <div className={styles['sent']}>
      <p>{text('pace.after')}</p>
      <Link href={paths.pace} className={buttonClass('secondary', true)}>{text('pace.title')}</Link>
    </div>
  )
}

const choices: readonly OverloadChoice[] = ['CALL_ME', 'PAUSE_APPOINTMENTS', 'FEWER_APPOINTMENTS']

const SignalForm = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  const [choice, choose] = useState<OverloadChoice>()
  const [isUnchosen, setIsUnchosen] = useState(false)
  const draft = useDraft(family.id, 'too-much')
  const { state, send } = useCommand(SignalTooMuchDocument)

  const submit = async () => {
    if (choice === undefined) {
      setIsUnchosen(true)
      return
    }
    if (state.kind === 'busy') return
    const words = draft.text.trim()
    const done = await send({ familyId: family.id, choice, ...(words !== '' && { words }) })
    if (done !== undefined) draft.drop()
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <RadioCards
        name="choice"
        legend={text('tooMuch.question')}
        options={choices.map((value) => ({ value, label: <b>{text(`tooMuch.${value}`)}</b> }))}
        chosen={choice}
        onChoose={(chosen) => { choose(chosen); setIsUnchosen(false) }}
      />
      <Field label={text('tooMuch.words')} hint={text('tooMuch.wordsHint')}>
        {(control) => <textarea {...control} value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}
      </Field>
      {draft.isKept && <p className={styles['kept']}>{text('state.draftKept')}</p>}
      <Notice tone="stop">
        {isUnchosen ? text('tooMuch.pick') : state.kind === 'failed' && (state.reason ?? text('action.failed'))}
      </Notice>
      <Button type="submit" wide busy={state.kind === 'busy'}>{text('action.send')}</Button>
    </form>
  )
}
