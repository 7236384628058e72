import { Button, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { takeFile } from '../../parts/take-file.ts'
import { useText } from '../../parts/text.ts'
import styles from './access-log.module.css'

/** The lines that are chosen, as a file. */
export const LogFile = ({ familyId, filter }: { readonly familyId: string; readonly filter: Readonly<Record<string, string | undefined>> }) => {
  const text = useText()
  const [state, setState] = useState<{ readonly kind: 'idle' | 'busy' | 'saved' } | { readonly kind: 'failed'; readonly reason: string }>({ kind: 'idle' })
  const take = async (form: 'pdf' | 'json' | 'fhir'): Promise<void> => {
    if (state.kind === 'busy') return
    setState({ kind: 'busy' })
    const reason = await takeFile('/access-log', { familyId, form, ...filter }, text('error.unreachable'))
    setState(reason === undefined ? { kind: 'saved' } : { kind: 'failed', reason })
  }
  return (
    <div className={styles['files']}>
      <Button kind="secondary" busy={state.kind === 'busy'} onClick={() => { void take('pdf') }}>{text('log.pdf')}</Button>
      <Button kind="secondary" busy={state.kind === 'busy'} onClick={() => { void take('json') }}>{text('log.json')}</Button>
      <Button kind="secondary" busy={state.kind === 'busy'} onClick={() => { void take('fhir') }}>{text('log.fhir')}</Button>
      <Notice tone={state.kind === 'failed' ? 'stop' : 'ok'}>{state.kind === 'saved' ? text('log.saved') : state.kind === 'failed' && state.reason}</Notice>
    </div>
  )
}
