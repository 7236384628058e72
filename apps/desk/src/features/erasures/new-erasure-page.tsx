import { AccessLogCasesDocument, ErasablePersonsDocument, RequestErasureDocument, type ErasablePersonsQuery } from '@samenspel/graphql-documents/desk'
import { Button, Field, PageHeading, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './erasures.module.css'
import { usePersonWords } from './person.ts'

type Person = ErasablePersonsQuery['erasablePersons'][number]

/** A record of which the time to keep it is over, as the list of those hands it on: nobody asked for it. It stands in no address. */
export type Due = { readonly familyId: string; readonly personId: string; readonly controller: string }

const isDue = (state: unknown): state is Due => typeof state === 'object' && state !== null && ['familyId', 'personId', 'controller'].every((part) => part in state)

/** Notes a request that came in by letter, by telephone or at the desk; or that a record came due. */
export const NewErasurePage = () => {
  const text = useText()
  const { state } = useLocation() as { readonly state: unknown }
  const due = isDue(state) ? state : undefined
  const [familyId, setFamilyId] = useState(due?.familyId ?? '')
  const [cases, readCases] = useQuery({ query: AccessLogCasesDocument, variables: {} })
  return (
    <div className={styles['page']}>
      <p className={styles['back']}><Link to={paths.erasures}>{text('erasure.toAll')}</Link></p>
      <PageHeading title={text('erasure.new.title')}>{text('erasure.new.title')}</PageHeading>
      <p>{text('erasure.new.intro')}</p>
      {due !== undefined && <p>{text('erasure.new.due')}</p>}
      <Answered asked={cases} onRetry={() => readCases({ requestPolicy: 'network-only' })} isEmpty={(data) => data.accessLogCases.nodes.length === 0} empty={<p>{text('cases.empty')}</p>}>
        {({ accessLogCases: { nodes } }) => (
          <div className={styles['form']}>
            <Field label={text('erasure.new.case')}>
              {(control) => (
                <select {...control} value={familyId} onChange={(event) => setFamilyId(event.target.value)}>
                  <option value="">{text('erasure.new.choose')}</option>
                  {nodes.map(({ id, number }) => <option key={id} value={id}>{number}</option>)}
                </select>
              )}
            </Field>
            {familyId !== '' && <Persons key={familyId} familyId={familyId} due={due?.familyId === familyId ? due : undefined} />}
          </div>
        )}
      </Answered>
    </div>
  )
}

const Persons = ({ familyId, due }: { readonly familyId: string; readonly due: Due | undefined }) => {
  const [asked, again] = useQuery({ query: ErasablePersonsDocument, variables: { familyId } })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ erasablePersons }) => <Form familyId={familyId} persons={erasablePersons} due={due} />}
    </Answered>
  )
}

const Form = ({ familyId, persons, due }: { readonly familyId: string; readonly persons: readonly Person[]; readonly due: Due | undefined }) => {
  const text = useText()
  const words = usePersonWords()
  const navigate = useNavigate()
  const dates = useDates(zoneIn(useViewer()))
  const [personId, setPersonId] = useState(due?.personId ?? '')
  const [askedBy, setAskedBy] = useState<readonly string[]>([])
  const [receivedOn, setReceivedOn] = useState(dates.today())
  const [left, setLeft] = useState<readonly string[]>(due === undefined ? [] : persons.find(({ id }) => id === due.personId)?.records.flatMap(({ controller }) => controller === due.controller ? [] : [controller]) ?? [])
  const request = useCommand(RequestErasureDocument)
  const person = persons.find(({ id }) => id === personId)
  const records = person?.records ?? []
  const controllers = records.map(({ controller }) => controller).filter((controller) => !left.includes(controller))
  const toggled = (list: readonly string[], one: string) => list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
  const choose = (chosen: string): void => {
    setPersonId(chosen)
    setLeft([])
    const found = persons.find(({ id }) => id === chosen)
    setAskedBy(found === undefined || found.isChild ? [] : [chosen])
  }
  const send = async (): Promise<void> => {
    if (await request.run({ familyId, input: { personId, askedBy, receivedOn, controllers } })) await navigate(paths.erasures)
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('erasure.new.person')}>
        {(control) => (
          <select {...control} required value={personId} onChange={(event) => choose(event.target.value)}>
            <option value="">{text('erasure.new.choose')}</option>
            {persons.map((one) => <option key={one.id} value={one.id}>{words(one)}</option>)}
          </select>
        )}
      </Field>
      {person !== undefined && (
        <>
          <fieldset className={styles['choices']}>
            <legend>{text('erasure.new.askedBy')}</legend>
            <p className={styles['soft']}>{text('erasure.new.askedByHint')}</p>
            {persons.filter((one) => !one.isChild || one.id === personId).map((one) => (
              <label key={one.id} className={styles['choice']}>
                <input type="checkbox" checked={askedBy.includes(one.id)} onChange={() => setAskedBy(toggled(askedBy, one.id))} /> {words(one)}
              </label>
            ))}
          </fieldset>
          <Field label={text('erasure.new.receivedOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={receivedOn} onChange={(event) => setReceivedOn(event.target.value)} />}</Field>
          <fieldset className={styles['choices']}>
            <legend>{text('erasure.new.records')}</legend>
            <p className={styles['soft']}>{text('erasure.new.recordsHint')}</p>
            {records.map(({ controller, name }) => (
              <label key={controller} className={styles['choice']}>
                <input type="checkbox" checked={!left.includes(controller)} onChange={() => setLeft(toggled(left, controller))} /> {name}
              </label>
            ))}
          </fieldset>
        </>
      )}
      <SaidNo refusal={request.refusal} />
      <div className={styles['row']}><Button type="submit" busy={request.busy}>{text('erasure.new.save')}</Button></div>
    </form>
  )
}
