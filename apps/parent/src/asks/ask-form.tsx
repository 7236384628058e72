import { MakeAskDocument, type AskKind } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'
import { AskSure } from './ask-sure.tsx'
import type { AsksFamily } from './asks-family.ts'

type Props = { readonly family: AsksFamily; readonly onSent: (kind: AskKind) => void }
type Person = { readonly id: string; readonly name: string; readonly title: string }

const kinds: readonly AskKind[] = ['OTHER_COORDINATOR', 'OTHER_PROVIDER', 'NO_SHARED_FILE']

/** What would be better, from whom or with whom, why for who wants to say so, and then once more what it means. */
export const AskForm = ({ family, onSent }: Props) => {
  const text = usePageText()
  const { id: familyId, coordinator, team, asks } = family
  const draft = useDraft(familyId, 'ask')
  const { state, send } = useCommand(MakeAskDocument)
  const [kind, setKind] = useState<AskKind>()
  const [who, setWho] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSure, setSure] = useState(false)
  // What stands already isn't asked beside it.
  const standing = asks.filter(({ isYours, mayWithdraw }) => isYours && mayWithdraw)
  const others = [...new Map(team.filter(({ isCoordinator }) => !isCoordinator).map((member) => [member.professional.id, member])).values()]
  const providers = others.filter(({ professional }) => !standing.some(({ kind: asked, about }) => asked === 'OTHER_PROVIDER' && about?.id === professional.id))
  const open = kinds.filter((one) => one === 'OTHER_PROVIDER' ? providers.length > 0 : (one !== 'OTHER_COORDINATOR' || coordinator !== null) && !standing.some((ask) => ask.kind === one))
  // Who stands in first, who it is about last.
  const talks = [
    ...others.filter(({ until }) => until === null).toSorted((a, b) => Number(b.isSubstitute) - Number(a.isSubstitute))
      .map(({ professional, isSubstitute }) => ({ person: professional, ...(isSubstitute && { what: text('asks.through.stands') }) })),
    ...coordinator === null ? [] : [{ person: coordinator, what: text('asks.through.self') }],
  ]
  const isWhole = kind === 'NO_SHARED_FILE' || (kind !== undefined && who !== '')
  if (open.length === 0) return null
  const save = async () => {
    if (kind === undefined || state.kind === 'busy') return
    const words = draft.text.trim()
    const done = await send({ familyId, input: { kind, ...(kind === 'OTHER_PROVIDER' && { aboutId: who }), ...(kind === 'OTHER_COORDINATOR' && { throughId: who }), ...(words !== '' && { words }) } })
    setSure(false)
    if (done === undefined) return
    draft.drop()
    onSent(kind)
  }
  return (
    <Card>
      <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (isWhole) setSure(true) }}>
        <RadioCards
          name="ask" legend={<b>{text('asks.new')}</b>} chosen={kind} onChoose={(chosen) => { setKind(chosen); setWho(''); setTried(false) }}
          options={open.map((value) => ({ value, label: <><b>{text(`asks.kind.${value}`)}</b><br /><span className={styles['soft']}>{text(`asks.kind.${value}.hint`, { name: coordinator?.name ?? '' })}</span></> }))}
        />
        {kind === 'OTHER_PROVIDER' && <Choice label={text('asks.who')} chosen={who} onChoose={setWho} options={providers.map(({ professional }) => ({ person: professional }))} />}
        {kind === 'OTHER_COORDINATOR' && <Choice label={text('asks.through')} hint={text('asks.throughHint')} chosen={who} onChoose={setWho} options={talks} />}
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

type ChoiceProps = { readonly label: string; readonly hint?: string; readonly options: readonly { readonly person: Person; readonly what?: string }[]; readonly chosen: string; readonly onChoose: (id: string) => void }

/** One of those who help: a team is too long for a card each on a phone. */
const Choice = ({ label, hint, options, chosen, onChoose }: ChoiceProps) => {
  const text = usePageText()
  return (
    <Field label={label} {...hint !== undefined && { hint }}>
      {(control) => (
        <select {...control} value={chosen} onChange={(event) => { onChoose(event.target.value) }}>
          <option value="">{text('asks.choose')}</option>
          {options.map(({ person: { id, name, title }, what = title }) => <option key={id} value={id}>{[name, what].filter((part) => part !== '').join(', ')}</option>)}
        </select>
      )}
    </Field>
  )
}

const WhatItMeans = () => {
  const text = usePageText()
  return <ul className={styles['list']}>{(['stops', 'own', 'stays', 'other', 'back'] as const).map((key) => <li key={key}>{text(`asks.file.${key}`)}</li>)}</ul>
}
