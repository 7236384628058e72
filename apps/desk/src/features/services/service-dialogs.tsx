import { ChangeServiceDocument, TellWaitingTimeDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import type { Service } from './services.ts'

type Props = { readonly service: Service; readonly onClose: () => void; readonly onDone: () => void }

/** How long one waits now; today's date goes with it. */
export const TellWait = ({ service, onClose, onDone }: Props) => {
  const text = useText()
  const tell = useCommand(TellWaitingTimeDocument)
  const [weeks, setWeeks] = useState(service.waitWeeks === null ? '' : String(service.waitWeeks))
  const [tried, setTried] = useState(false)
  const isWhole = /^\d{1,3}$/.test(weeks.trim())
  const send = async () => {
    setTried(true)
    if (isWhole && await tell.run({ serviceId: service.id, weeks: Number(weeks) })) onDone()
  }
  return (
    <Dialog isOpen onClose={onClose} title={`${text('services.tell')}: ${service.name}`}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('services.weeks')} hint={text('services.weeksHint')} error={tried && !isWhole ? text('services.weeksMissing') : undefined}>{(control) => <input {...control} inputMode="numeric" value={weeks} onChange={(event) => setWeeks(event.target.value)} />}</Field>
        <p className={page['soft']}>{text('services.tellHint')}</p>
        <EditFoot refusal={tell.refusal} busy={tell.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** A service ends by a last day, and nothing is taken away: what families chose stays, and it can begin again. */
export const EndService = ({ service, today, onClose, onDone }: Props & { readonly today: string }) => {
  const text = useText()
  const change = useCommand(ChangeServiceDocument)
  const first = service.from > today ? service.from : today
  const [until, setUntil] = useState(first)
  const isDated = until >= service.from
  const send = async () => {
    const { id, version, name, about, kind, level, ageFrom, ageUntil, areas, languages, from } = service
    if (isDated && await change.run({ serviceId: id, version, service: { name, ...(about !== null && { about }), kind, level, ageFrom, ageUntil, areas: [...areas], languages: languages.map(({ tag }) => tag), from, until } })) onDone()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('services.endTitle', { name: service.name })}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p>{text('services.endHint')}</p>
        <Field label={text('services.endOn')} error={isDated ? undefined : text('services.datesWrong')}>{(control) => <input {...control} type="date" required min={service.from} value={until} onChange={(event) => setUntil(event.target.value)} />}</Field>
        <EditFoot refusal={change.refusal} busy={change.busy} sendLabel={text('services.end')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
