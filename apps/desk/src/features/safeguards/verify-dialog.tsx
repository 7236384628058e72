import { VerifyAuthorityDocument, type AuthoritySource } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import { type AuthorityFact, nameIn, type Safeguarding, sourcesOf } from './safeguarding.ts'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'

type Props = { readonly of: Safeguarding; readonly fact: AuthorityFact; readonly onClose: () => void }

/** Who looked says what they saw, and when somebody looks again. */
export const VerifyDialog = ({ of, fact, onClose }: Props) => {
  const text = useText()
  const dates = useDates(of.zone)
  const verify = useCommand(VerifyAuthorityDocument)
  const sources = sourcesOf[of.jurisdiction].filter((one) => one !== 'STATEMENT')
  const [source, setSource] = useState('')
  const [seen, setSeen] = useState('')
  const [seenOn, setSeenOn] = useState(dates.today())
  const [checkOn, setCheckOn] = useState('')
  const send = async (): Promise<void> => {
    if (await verify.run({ familyId: of.familyId, authorityId: fact.id, proof: { source: source as AuthoritySource, seen, seenOn, ...(checkOn !== '' && { checkOn }) } })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('authority.verifyTitle', { adult: nameIn(of)(fact.adultId) })}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!verify.busy) void send() }}>
        <Select label={text('authority.source')} value={source} placeholder={text('safeguards.choose')} options={sources.map((one) => [one, text(`authority.source.${one}`)])} onChange={setSource} />
        <Field label={text('authority.seen')} hint={text('authority.seenHint')}>{(control) => <input {...control} required maxLength={200} value={seen} onChange={(event) => setSeen(event.target.value)} />}</Field>
        <Field label={text('authority.seenOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={seenOn} onChange={(event) => setSeenOn(event.target.value)} />}</Field>
        <Field label={text('authority.checkOnLabel')}>{(control) => <input {...control} type="date" min={dates.today()} value={checkOn} onChange={(event) => setCheckOn(event.target.value)} />}</Field>
        <EditFoot refusal={verify.refusal} busy={verify.busy} sendLabel={text('authority.verify')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
