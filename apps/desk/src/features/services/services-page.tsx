import { ServiceCatalogueDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, PageHeading, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import fields from '../../parts/fields.module.css'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import tiles from '../../parts/tiles.module.css'
import { EndService, TellWait } from './service-dialogs.tsx'
import { ServiceForm } from './service-form.tsx'
import { agesInWords, agesToSeek, filtered, helpKinds, noFilters, serviceLevels, type Catalogue, type Filters, type Service } from './services.ts'
import styles from './services.module.css'

type Done = 'offered' | 'changed' | 'told' | 'ended'
type Opened = { readonly kind: 'form'; readonly service?: Service } | { readonly kind: 'tell' | 'end'; readonly service: Service }

/** What organisations offer to families: to find in, and for one's own organisation to keep. */
export const ServicesPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: ServiceCatalogueDocument })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <div className={page['page']}>
      <Answered asked={asked} onRetry={readAgain}>{({ serviceCatalogue }) => <OfRegion catalogue={serviceCatalogue} readAgain={readAgain} />}</Answered>
      {asked.data === undefined && <VisuallyHidden>{text('services.title')}</VisuallyHidden>}
    </div>
  )
}

const OfRegion = ({ catalogue, readAgain }: { readonly catalogue: Catalogue; readonly readAgain: () => void }) => {
  const text = useText()
  const [filters, setFilters] = useState(noFilters)
  const [opened, setOpened] = useState<Opened>()
  const [done, setDone] = useState<Done>()
  const found = filtered(catalogue.services, filters)
  const close = () => setOpened(undefined)
  const finish = (what: Done) => { setOpened(undefined); setDone(what); readAgain() }
  return (
    <>
      <div className={page['head']}>
        <PageHeading title={text('services.title')}>{text('services.title')}</PageHeading>
        <Button onClick={() => { setDone(undefined); setOpened({ kind: 'form' }) }}>{text('services.add')}</Button>
      </div>
      <p className={page['intro']}>{text('services.intro')}</p>
      <Notice tone="ok">{done !== undefined && text(`services.done.${done}`)}</Notice>
      {catalogue.services.length === 0 ? <p>{text('services.none')} <span className={page['soft']}>{text('services.noneHint')}</span></p> : (
        <>
          <FilterFields catalogue={catalogue} filters={filters} onChange={setFilters} />
          <p role="status">{text('services.found', { count: found.length })} {found.length === 0 && text('services.loosen')}</p>
          {found.length === 0 && <div><Button kind="secondary" onClick={() => setFilters(noFilters)}>{text('services.clear')}</Button></div>}
          <ul className={tiles['tiles']}>
            {found.map((service) => (
              <li key={service.id}>
                <ServiceCard
                  service={service} today={catalogue.today} onChange={() => setOpened({ kind: 'form', service })} onTell={() => setOpened({ kind: 'tell', service })} onEnd={() => setOpened({ kind: 'end', service })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {opened?.kind === 'form' && <ServiceForm catalogue={catalogue} service={opened.service} onClose={close} onDone={() => finish(opened.service === undefined ? 'offered' : 'changed')} />}
      {opened?.kind === 'tell' && <TellWait service={opened.service} onClose={close} onDone={() => finish('told')} />}
      {opened?.kind === 'end' && <EndService service={opened.service} today={catalogue.today} onClose={close} onDone={() => finish('ended')} />}
    </>
  )
}

const FilterFields = ({ catalogue, filters, onChange }: { readonly catalogue: Catalogue; readonly filters: Filters; readonly onChange: (filters: Filters) => void }) => {
  const text = useText()
  const set = (part: Partial<Filters>) => onChange({ ...filters, ...part })
  const spoken = catalogue.languages.filter(({ tag }) => catalogue.services.some(({ languages }) => languages.some((one) => one.tag === tag)))
  return (
    <form role="search" className={styles['filters']} onSubmit={(event) => event.preventDefault()}>
      <div className={fields['fields']}>
        <Field label={text('services.search')} hint={text('services.searchHint')}>{(control) => <input {...control} type="search" dir="auto" value={filters.words} onChange={(event) => set({ words: event.target.value })} />}</Field>
        <Choice label={text('services.kind')} none={text('services.all')} value={filters.kind} options={helpKinds.map((kind) => [kind, text(`helpKind.${kind}`)])} onChange={(kind) => set({ kind })} />
        <Choice label={text('services.age')} none={text('services.anyAge')} value={filters.age} options={agesToSeek.map((months) => [String(months), months < 0 ? text('services.pregnant') : text('services.years', { years: Math.floor(months / 12) })])} onChange={(age) => set({ age })} />
        <Choice label={text('services.level')} none={text('services.all')} value={filters.level} options={serviceLevels.map((level) => [level, text(`services.level.${level}`)])} onChange={(level) => set({ level })} />
        <Choice label={text('services.language')} none={text('services.all')} value={filters.language} options={spoken.map(({ tag, name }) => [tag, name])} onChange={(code) => set({ language: code })} />
        <Choice label={text('services.area')} none={text('services.all')} value={filters.area} options={catalogue.areas.map((area) => [area, area])} onChange={(area) => set({ area })} />
      </div>
      <label className={fields['check']}><input type="checkbox" checked={filters.isOwn} onChange={(event) => set({ isOwn: event.target.checked })} /> {text('services.own', { name: catalogue.organisationName })}</label>
    </form>
  )
}

const Choice = ({ label, none, value, options, onChange }: { readonly label: string; readonly none: string; readonly value: string; readonly options: readonly (readonly [value: string, label: string])[]; readonly onChange: (value: string) => void }) => (
  <Field label={label}>
    {(control) => <select {...control} value={value} onChange={(event) => onChange(event.target.value)}><option value="">{none}</option>{options.map(([id, words]) => <option key={id} value={id}>{words}</option>)}</select>}
  </Field>
)

type CardProps = { readonly service: Service; readonly today: string; readonly onChange: () => void; readonly onTell: () => void; readonly onEnd: () => void }

const ServiceCard = ({ service, today, onChange, onTell, onEnd }: CardProps) => {
  const text = useText()
  const id = useId()
  const dates = useDates('UTC')
  const { name, about, kind, organisation, from, until, isOffered, isOwn } = service
  const isOver = until !== null && until < today
  return (
    <article className={tiles['tile']} aria-labelledby={id}>
      <h2 id={id} dir="auto">{name}</h2>
      <p className={page['soft']}>{organisation.name} · {text(`helpKind.${kind}`)}</p>
      {about !== null && <p dir="auto">{about}</p>}
      <ServiceFacts service={service} />
      {!isOffered && <p><StatusMark tone={isOver ? 'stop' : 'neutral'}>{isOver ? text('services.ended', { day: dates.date(until) }) : text('services.notYet', { day: dates.date(from) })}</StatusMark></p>}
      {isOffered && until !== null && <p className={page['soft']}>{text('services.endsOn', { day: dates.date(until) })}</p>}
      {isOwn && (
        <div className={styles['buttons']}>
          <Button kind="quiet" onClick={onTell}>{text('services.tell')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
          <Button kind="quiet" onClick={onChange}>{text('services.change')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
          {!isOver && <Button kind="quiet" onClick={onEnd}>{text('services.end')}<VisuallyHidden>: {name}</VisuallyHidden></Button>}
        </div>
      )}
    </article>
  )
}

/** For whom, how heavy, where, in which languages, and how long one waits as of which day. */
export const ServiceFacts = ({ service }: { readonly service: Pick<Service, 'ageFrom' | 'ageUntil' | 'level' | 'areas' | 'languages' | 'waitWeeks' | 'waitToldOn' | 'isWaitOld'> }) => {
  const text = useText()
  const dates = useDates('UTC')
  const { level, areas, languages, waitWeeks, waitToldOn, isWaitOld } = service
  return (
    <ul className={tiles['facts']}>
      <li>{agesInWords(text, service)}, {text(`services.level.${level}`)}</li>
      <li dir="auto">{areas.join(', ')}</li>
      <li>{languages.map(({ name }) => name).join(', ')}</li>
      <li>
        {waitWeeks === null || waitToldOn === null ? text('services.waitUnknown') : text('services.wait', { weeks: waitWeeks, day: dates.date(waitToldOn) })}
        {isWaitOld && <> <StatusMark tone="wait">{text('services.waitOld')}</StatusMark></>}
      </li>
    </ul>
  )
}
