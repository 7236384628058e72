import { AdmitProfessionalDocument, ExcludeProfessionalDocument, OwnExclusionsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice, VisuallyHidden } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './sharing.module.css'

/** Which professionals somebody keeps out of what others record (C-11): a choice of each parent alone, without a reason. */
export const Exclusions = ({ familyId }: { readonly familyId: string }) => {
  const text = usePageText()
  const id = useId()
  const { dates } = useFamilyView()
  const [asked] = useQuery({ query: OwnExclusionsDocument, variables: { familyId } })
  const exclude = useCommand(ExcludeProfessionalDocument)
  const admit = useCommand(AdmitProfessionalDocument)
  const [who, setWho] = useState('')
  const own = asked.data?.ownExclusions
  if (own === undefined) return null
  const { mayExclude, excluded, team } = own
  if (!mayExclude && excluded.length === 0) return null
  const isBusy = exclude.state.kind === 'busy' || admit.state.kind === 'busy'
  const keepOut = async () => {
    if (isBusy || who === '') return
    if (await exclude.send({ familyId, professionalId: who }) !== undefined) setWho('')
  }
  const letIn = async (exclusionId: string) => { if (!isBusy) await admit.send({ familyId, exclusionId }) }
  const failed = [exclude.state, admit.state].find((state) => state.kind === 'failed')
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text('exclusions.title')}</h2>
        <p>{text('exclusions.intro')}</p>
        {excluded.length === 0 && <p>{text('exclusions.none')}</p>}
        <ul className={styles['list']}>
          {excluded.map((one) => (
            <li key={one.id}>
              <p><b>{one.name}</b>{one.what !== '' && `, ${one.what}`}<br /><span className={styles['soft']}>{text('exclusions.since', { day: dates.date(one.since) })}</span></p>
              <Button kind="quiet" busy={admit.state.kind === 'busy'} onClick={() => { void letIn(one.id) }}>{text('exclusions.admit')}<VisuallyHidden>: {one.name}</VisuallyHidden></Button>
            </li>
          ))}
        </ul>
        {mayExclude && team.length > 0 && (
          <form className={styles['part']} onSubmit={(event) => { event.preventDefault(); void keepOut() }}>
            <Field label={text('exclusions.who')}>
              {(control) => (
                <select {...control} required value={who} onChange={(event) => setWho(event.target.value)}>
                  <option value="">{text('exclusions.choose')}</option>
                  {team.map(({ id: person, name, title }) => <option key={person} value={person}>{[name, title].filter(Boolean).join(', ')}</option>)}
                </select>
              )}
            </Field>
            <Button type="submit" kind="secondary" busy={exclude.state.kind === 'busy'}>{text('exclusions.add')}</Button>
          </form>
        )}
        {mayExclude && <p className={styles['soft']}>{text('exclusions.other')}</p>}
        <Notice tone="ok">{exclude.state.kind === 'done' && text('exclusions.done')}</Notice>
        <Notice tone="stop">{failed?.kind === 'failed' && (failed.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
