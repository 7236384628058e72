import { MakeAskDocument, type AskKind } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'
import { AskSure } from './ask-sure.tsx'
import type { AsksFamily } from './asks-page.tsx'

type Props = { readonly family: AsksFamily; readonly again: () => void }
type Person = { readonly id: string; readonly name: string; readonly title: string; readonly organisation: { readonly name: string } }

const kinds: readonly AskKind[] = ['OTHER_COORDINATOR', 'OTHER_PROVIDER', 'NO_SHARED_FILE']

/** What would be better, from whom or with whom, why for who wants to say so, and then once more what it means. */
export const AskForm = ({ family, again }: Props) => {
  const text = usePageText()
  const { id: familyId, coordinator, team, asks } = family
  const draft = useDraft(familyId, 'ask')
  const { state, send } = useCommand(MakeAskDocument)
  const [kind, setKind] = useState<AskKind>()
  const [who, setWho] = useState<string>()
  const [isTried, setTried] = useState(false)
  const [isSure, setSure] = useState(false)
  // What stands already isn't asked beside it.
  const standing = asks.filter(({ isYours, mayWithdraw }) => isYours && mayWithdraw)
  const others = [...new Map(team.filter(({ isCoordinator }) => !isCoordinator).map((member) => [member.professional.id, member])).values()]
  const providers = others.filter(({ professional }) => !standing.some(({ kind: asked, about }) => asked === 'OTHER_PROVIDER' && about?.id === professional.id))
  const open = kinds.filter((one) => one === 'OTHER_PROVIDER' ? providers.length > 0 : (one !== 'OTHER_COORDINATOR' || coordinator !== null) && !standing.some((ask) => ask.kind === one))
  const talks = [...others.filter(({ until }) => until === null).toSorted((a, b) => Number(b.isSubstitute) - Number(a.isSubstitute)).map(({ professional, isSubstitute }) => ({ person: professional, hint: isSubstitute && coordinator !== null ? text('asks.through.stands', { name: coordinator.name }) : undefined })), ...coordinator === null ? [] : [{ person: coordinator, hint: text('asks.through.self', { name: coordinator.name }) }]]
  const isWhole = kind === 'NO_SHARED_FILE' || (kind !== undefined && who !== undefined)
  if (open.length === 0) return null
  const save = async () => {
    if (kind === undefined || state.kind === 'busy') return
    const words = draft.text.trim()
    const done = await send({ familyId, input: { kind, ...(kind === 'OTHER_PROVIDER' && who !== undefined && { aboutId: who }), ...(kind === 'OTHER_COORDINATOR' && who !== undefined && { throughId: who }), ...(words !== '' && { words }) } })
    if (done !== undefined) draft.drop()
    setSure(false)
    again()
  }
  return (
    <Card>
      <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (isWhole) setSure(true) }}>
        <RadioCards
          name="ask" legend={<b>{text('asks.new')}</b>} chosen={kind} onChoose={(chosen) => { setKind(chosen); setWho(undefined); setTried(false) }}
          options={open.map((value) => ({ value, label: <><b>{text(`asks.kind.${value}`)}</b><br /><span className={styles['soft']}>{text(`asks.kind.${value}.hint`, { name: coordinator?.name ?? '' })}</span></> }))}
        />
        {kind === 'OTHER_PROVIDER' && <RadioCards name="ask-who" legend={text('asks.who')} chosen={who} onChoose={setWho} options={providers.map(({ professional }) => ({ value: professional.id, label: <About person={professional} /> }))} />}
        {kind === 'OTHER_COORDINATOR' && <RadioCards name="ask-through" legend={text('asks.through')} chosen={who} onChoose={setWho} options={talks.map(({ person, hint }) => ({ value: person.id, label: <About person={person} hint={hint} /> }))} />}
        {kind === 'NO_SHARED_FILE' && <WhatItMeans />}
        {kind !== undefined && (
          <>
            <Field label={text('asks.words')} hint={text('asks.wordsHint')}>{(control) => <textarea {...control} rows={3} dir="auto" value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}</Field>
            {draft.isKept && <p className={styles['soft']}>{text('state.draftKept')}</p>}
          </>
        )}
        <Notice tone={state.kind === 'failed' ? 'stop' : 'wait'}>{state.kind === 'failed' ? state.reason ?? text('action.failed') : isTried && !isWhole && text('asks.incomplete')}</Notice>
        {kind !== undefined && <Button type="submit" wide>{text('asks.next')}</Button>}
      </form>
      {isSure && kind !== undefined && <AskSure family={family} kind={kind} who={[...others.map(({ professional }) => professional), ...coordinator === null ? [] : [coordinator]].find(({ id }) => id === who)?.name ?? ''} isBusy={state.kind === 'busy'} onSend={() => { void save() }} onClose={() => { setSure(false) }} />}
    </Card>
  )
}

const About = ({ person: { name, title, organisation }, hint }: { readonly person: Person; readonly hint?: string | undefined }) => {
  const what = [title, organisation.name].filter((part) => part !== '').join(', ')
  return <><b>{name}</b>{what !== '' && <><br /><span className={styles['soft']}>{what}</span></>}{hint !== undefined && <><br /><span className={styles['soft']}>{hint}</span></>}</>
}

const WhatItMeans = () => {
  const text = usePageText()
  return <ul className={styles['list']}>{(['stops', 'own', 'stays', 'other', 'back'] as const).map((key) => <li key={key}>{text(`asks.file.${key}`)}</li>)}</ul>
}
