import { ChangeServiceDocument, OfferServiceDocument, type HelpKind, type ServiceLevel } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { ageWord, beginnings, ends, helpKinds, serviceLevels, type Catalogue, type Service } from './services.ts'
import styles from './services.module.css'

type Props = { readonly catalogue: Catalogue; readonly service?: Service | undefined; readonly onClose: () => void; readonly onDone: () => void }

/** Everything that is said of a service, saved as a whole on what stood. */
export const ServiceForm = ({ catalogue, service, onClose, onDone }: Props) => {
  const text = useText()
  const offer = useCommand(OfferServiceDocument)
  const change = useCommand(ChangeServiceDocument)
  const [values, setValues] = useState({
    name: service?.name ?? '', about: service?.about ?? '', kind: service?.kind ?? 'PARENT_AND_CHILD', level: service?.level ?? 'BASIC', ageFrom: service?.ageFrom ?? 0, ageUntil: service?.ageUntil ?? 71,
    areas: service?.areas.join(', ') ?? '', from: service?.from ?? catalogue.today, until: service?.until ?? '',
  })
  const [languages, setLanguages] = useState<readonly string[]>(service?.languages.map(({ tag }) => tag) ?? ['nl'])
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const areas = [...new Set(values.areas.split(',').map((area) => area.trim()).filter((area) => area !== ''))]
  const isAged = values.ageFrom <= values.ageUntil
  const isDated = values.from !== '' && (values.until === '' || values.until >= values.from)
  const send = async () => {
    setTried(true)
    if (values.name.trim() === '' || areas.length === 0 || languages.length === 0 || !isAged || !isDated) return
    const { name, about, kind, level, ageFrom, ageUntil, from, until } = values
    const content = { name: name.trim(), ...(about.trim() !== '' && { about }), kind, level, ageFrom, ageUntil, areas, languages: [...languages], from, ...(until !== '' && { until }) }
    if (await (service === undefined ? offer.run({ service: content }) : change.run({ serviceId: service.id, version: service.version, service: content }))) onDone()
  }
  const missing = (isThere: boolean) => tried && !isThere ? text('services.missing') : undefined
  const known = (some: readonly number[], own: number) => [...new Set([...some, own])].sort((a, b) => a - b)
  return (
    <Dialog isOpen onClose={onClose} title={service === undefined ? text('services.add') : `${text('services.change')}: ${service.name}`}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('services.name')} hint={text('services.nameHint')} error={missing(values.name.trim() !== '')}>{(control) => <input {...control} dir="auto" maxLength={200} value={values.name} onChange={(event) => set({ name: event.target.value })} />}</Field>
        <Field label={text('services.about')} hint={text('services.aboutHint')}>{(control) => <textarea {...control} dir="auto" rows={3} maxLength={1000} value={values.about} onChange={(event) => set({ about: event.target.value })} />}</Field>
        <div className={fields['fields']}>
          <Field label={text('services.kind')}>{(control) => <select {...control} value={values.kind} onChange={(event) => set({ kind: event.target.value as HelpKind })}>{helpKinds.map((kind) => <option key={kind} value={kind}>{text(`helpKind.${kind}`)}</option>)}</select>}</Field>
          <Field label={text('services.level')}>{(control) => <select {...control} value={values.level} onChange={(event) => set({ level: event.target.value as ServiceLevel })}>{serviceLevels.map((level) => <option key={level} value={level}>{text(`services.level.${level}`)}</option>)}</select>}</Field>
        </div>
        <fieldset className={styles['group']}>
          <legend>{text('services.age')}</legend>
          <div className={fields['fields']}>
            <Field label={text('services.ageFrom')}>{(control) => <select {...control} value={values.ageFrom} onChange={(event) => set({ ageFrom: Number(event.target.value) })}>{known(beginnings, values.ageFrom).map((months) => <option key={months} value={months}>{ageWord(text, months)}</option>)}</select>}</Field>
            <Field label={text('services.ageUntil')} error={tried && !isAged ? text('services.agesWrong') : undefined}>{(control) => <select {...control} value={values.ageUntil} onChange={(event) => set({ ageUntil: Number(event.target.value) })}>{known(ends.map((end) => end - 1), values.ageUntil).map((last) => <option key={last} value={last}>{ageWord(text, last + 1)}</option>)}</select>}</Field>
          </div>
        </fieldset>
        <Field label={text('services.areas')} hint={catalogue.areas.length === 0 ? text('services.areasFirst') : text('services.areasHint', { names: catalogue.areas.join(', ') })} error={missing(areas.length > 0)}>
          {(control) => <input {...control} dir="auto" value={values.areas} onChange={(event) => set({ areas: event.target.value })} />}
        </Field>
        <fieldset className={fields['checks']}>
          <legend>{text('services.languages')}</legend>
          {catalogue.languages.map(({ tag, name }) => (
            <label key={tag}><input type="checkbox" checked={languages.includes(tag)} onChange={(event) => setLanguages(event.target.checked ? [...languages, tag] : languages.filter((one) => one !== tag))} /> {name}</label>
          ))}
          {tried && languages.length === 0 && <p className={fields['error']} role="alert">{text('services.missing')}</p>}
        </fieldset>
        <div className={fields['fields']}>
          <Field label={text('services.from')} error={missing(values.from !== '')}>{(control) => <input {...control} type="date" value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
          <Field label={text('services.until')} error={tried && !isDated && values.from !== '' ? text('services.datesWrong') : undefined}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
        </div>
        <EditFoot refusal={offer.refusal ?? change.refusal} busy={offer.busy || change.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
