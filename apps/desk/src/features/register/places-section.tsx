import { AddLocationDocument, ChangeLocationDocument, EndLocationDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Dialog, Field, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { importPath } from '../../shell/paths.ts'
import { StandingHolidays } from '../organisation/standing-holidays.tsx'
import { UseForm } from '../organisation/use-form.tsx'
import styles from './register.module.css'
import type { Place, Register } from './register.ts'
import { useSavingList } from './use-saving-list.ts'

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'use' | 'close'; readonly place: Place }

/** Where families come: open, and closed. */
export const PlacesSection = ({ register, readAgain }: { readonly register: Register; readonly readAgain: () => void }) => {
  const text = useText()
  const [doing, setDoing] = useState<Doing>()
  const [news, setNews] = useState<string>()
  const saving = useSavingList()
  const reopen = useCommand(EndLocationDocument)
  const close = (said?: string) => { setDoing(undefined); setNews(said) }
  const openAgain = async ({ id, name }: Place): Promise<void> => {
    setNews(undefined)
    if (await reopen.run({ locationId: id, until: null })) setNews(text('register.location.reopened', { name }))
  }
  return (
    <Section title={text('register.locations')} action={<Button onClick={() => { setNews(undefined); setDoing({ what: 'add' }) }}>{text('register.location.add')}</Button>}>
      <div className={styles['page']}>
        <div className={styles['actions']}>
          <Link className={buttonClass('secondary')} to={importPath('PLACES')}>{text('register.import')}</Link>
          {register.locations.length > 0 && <Button kind="secondary" onClick={() => { setNews(undefined); void saving.save('PLACES') }}>{text('register.export')}</Button>}
          <Link className={buttonClass('secondary')} to={importPath('CLOSED_DAYS')}>{text('register.importClosed')}</Link>
          {register.locations.some(({ closed }) => closed.some(({ until }) => until >= register.today)) && <Button kind="secondary" onClick={() => { setNews(undefined); void saving.save('CLOSED_DAYS') }}>{text('register.exportClosed')}</Button>}
        </div>
        <Notice tone="ok">{news}</Notice>
        <SaidNo refusal={reopen.refusal ?? saving.refusal} />
        <StandingHolidays organisation={register} readAgain={readAgain} />
        {register.locations.length === 0 ? <p>{text('register.locations.none')}</p> : (
          <ul className={styles['list']}>
            {register.locations.map((place) => <li key={place.id}><OnePlace place={place} register={register} busy={reopen.busy} onReopen={() => { void openAgain(place) }} onDo={(what) => { setNews(undefined); setDoing({ what, place }) }} /></li>)}
          </ul>
        )}
      </div>
      {doing?.what === 'add' && <PlaceForm register={register} onClose={close} />}
      {doing?.what === 'change' && <PlaceForm register={register} place={doing.place} onClose={close} />}
      {doing?.what === 'close' && <CloseDialog register={register} place={doing.place} onClose={close} />}
      {doing?.what === 'use' && <UseForm location={doing.place} organisation={register} onSaved={() => { setNews(text('register.saved')); readAgain() }} onClose={() => setDoing(undefined)} />}
    </Section>
  )
}

type PlaceProps = { readonly place: Place; readonly register: Register; readonly busy: boolean; readonly onReopen: () => void; readonly onDo: (what: 'change' | 'use' | 'close') => void }

const OnePlace = ({ place: { name, address, phone, until }, register, busy, onReopen, onDo }: PlaceProps) => {
  const text = useText()
  const dates = useDates(register.zone)
  return (
    <article className={styles['one']} aria-label={name}>
      <h3>{name}</h3>
      <p className={styles['soft']}>{address}{phone !== null && <>, {phone}</>}</p>
      {until !== null && <p>{until < register.today ? text('register.location.closed', { day: dates.date(Temporal.PlainDate.from(until).add({ days: 1 }).toString()) }) : text('register.location.closes', { day: dates.date(until) })}</p>}
      <div className={styles['actions']}>
        <Button kind="secondary" aria-label={text('register.changeOf', { name })} onClick={() => onDo('change')}>{text('register.change')}</Button>
        <Button kind="secondary" aria-label={text('register.location.useOf', { name })} onClick={() => onDo('use')}>{text('register.location.use')}</Button>
        {until === null
          ? <Button kind="quiet" aria-label={text('register.location.closeOf', { name })} onClick={() => onDo('close')}>{text('register.location.close')}</Button>
          : <Button kind="quiet" busy={busy} aria-label={text('register.location.reopenOf', { name })} onClick={onReopen}>{text('register.location.reopen')}</Button>}
      </div>
    </article>
  )
}

type FormProps = { readonly register: Register; readonly place?: Place; readonly onClose: (said?: string) => void }

const PlaceForm = ({ register, place, onClose }: FormProps) => {
  const text = useText()
  const add = useCommand(AddLocationDocument)
  const change = useCommand(ChangeLocationDocument)
  const command = place === undefined ? add : change
  const [values, setValues] = useState({ name: place?.name ?? '', address: place?.address ?? '', phone: place?.phone ?? '', near: '' })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const missing = (value: string) => tried && value.trim() === '' ? text('register.missing') : undefined
  const send = async (): Promise<void> => {
    setTried(true)
    const { name, address, phone, near } = values
    if (name.trim() === '' || address.trim() === '') return
    const input = { name, address, phone: phone.trim() === '' ? null : phone, nearPlaceId: near === '' ? null : near }
    if (place === undefined ? await add.run({ input }) : await change.run({ locationId: place.id, version: place.addressVersion, input })) onClose(text('register.saved'))
  }
  return (
    <Dialog isOpen onClose={() => onClose()} title={place === undefined ? text('register.location.add') : text('register.changeOf', { name: place.name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Field label={text('register.name')} error={missing(values.name)}>{(control) => <input {...control} required dir="auto" maxLength={200} autoComplete="off" value={values.name} onChange={({ target }) => set({ name: target.value })} />}</Field>
        <Field label={text('register.location.address')} error={missing(values.address)}>{(control) => <input {...control} required dir="auto" maxLength={200} autoComplete="off" value={values.address} onChange={({ target }) => set({ address: target.value })} />}</Field>
        <Field label={text('register.phone')}>{(control) => <input {...control} type="tel" maxLength={200} autoComplete="off" value={values.phone} onChange={({ target }) => set({ phone: target.value })} />}</Field>
        <Field label={text('register.location.near')} hint={text('register.location.near.hint')}>
          {(control) => (
            <select {...control} value={values.near} onChange={({ target }) => set({ near: target.value })}>
              <option value="">{text(place === undefined ? 'register.location.near.first' : 'register.location.near.same')}</option>
              {register.neighbours.filter(({ id }) => id !== place?.id).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          )}
        </Field>
        <SaidNo refusal={command.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" busy={command.busy}>{text('organisation.save')}</Button>
          <Button kind="quiet" onClick={() => onClose()}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const CloseDialog = ({ register, place: { id, name }, onClose }: { readonly register: Register; readonly place: Place; readonly onClose: (said?: string) => void }) => {
  const text = useText()
  const command = useCommand(EndLocationDocument)
  const [day, setDay] = useState(register.today)
  const send = async (): Promise<void> => { if (day !== '' && await command.run({ locationId: id, until: day })) onClose(text('register.location.ended', { name })) }
  return (
    <Dialog isOpen onClose={() => onClose()} title={text('register.location.close.title', { name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <p>{text('register.location.close.text')}</p>
        <Field label={text('register.location.lastDay')} error={day === '' ? text('register.missing') : undefined}>{(control) => <input {...control} type="date" required min={register.today} value={day} onChange={({ target }) => setDay(target.value)} />}</Field>
        <SaidNo refusal={command.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" kind="stop" busy={command.busy}>{text('register.location.close.yes')}</Button>
          <Button kind="quiet" onClick={() => onClose()}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
