import { GiveConsentDocument, ObjectToSharingDocument, type SharingChoicesQuery } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { Button, buttonClass, Card, Field, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import styles from './sharing.module.css'

type Choices = SharingChoicesQuery['sharingChoices']
type Part = Choices['subjects'][number]['parts'][number]
type Props = { readonly isYes: boolean; readonly familyId: string; readonly choices: Choices }

/** Days that a yes holds; none: until it is stopped. */
const lengths = { months: 91, year: 365, open: undefined } as const
type Length = keyof typeof lengths

/** Each part is a yes or a no of its own, so that each can be stopped by itself; everything stands in place of all others. */
const keyOf = ({ category }: Part): string => category ?? 'ALL'

/** Who, about whom, what and for how long: nothing is chosen beforehand. */
export const ShareForm = ({ isYes, familyId, choices: { organisations, subjects } }: Props) => {
  const text = usePageText()
  const { now } = useFamilyView()
  const [who, setWho] = useState('')
  const [about, setAbout] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [length, setLength] = useState<Length>('year')
  const [tried, setTried] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const giving = useCommand(GiveConsentDocument)
  const refusing = useCommand(ObjectToSharingDocument)
  const { state, send } = isYes ? giving : refusing
  const subject = subjects.find(({ subject: { kind, memberIds } }) => [kind, ...memberIds].join(' ') === about)
  const recipient = organisations.find(({ id }) => id === who)?.name ?? text('share.they')
  const parts = (subject?.parts ?? []).filter((part) => chosen.includes(keyOf(part)))
  const isWhole = who !== '' && subject !== undefined && parts.length > 0
  const choose = (key: string, isChosen: boolean) => {
    setChosen(!isChosen ? chosen.filter((one) => one !== key) : key === 'ALL' ? [key] : [...chosen.filter((one) => one !== 'ALL'), key])
  }
  const save = async () => {
    setTried(true)
    if (!isWhole || state.kind === 'busy') return
    const days = isYes ? lengths[length] : undefined
    for (const part of parts) {
      const { kind, memberIds } = subject.subject
      const done = await send({
        familyId, input: {
          subject: { kind, memberIds }, category: part.category, recipient: { kind: 'ORGANISATION', organisationId: who }, from: now.date, ...(days !== undefined && { until: dayAfter(now.date, days) }),
        },
      })
      if (done === undefined) return
      // What is kept isn't sent again when a later one fails.
      setChosen((before) => before.filter((one) => one !== keyOf(part)))
    }
    setIsDone(true)
  }
  if (isDone) {
    return (
      <Card>
        <div className={styles['part']}>
          <Notice tone="ok">{text(isYes ? 'share.doneYes' : 'share.doneNo')}</Notice>
          {isYes && <AlsoSigns names={subject?.alsoSigns ?? []} />}
          <Link href={paths.sharing} className={buttonClass('primary', true)}>{text('share.back')}</Link>
        </div>
      </Card>
    )
  }
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Field label={text('share.who')}>
        {(control) => (
          <select {...control} value={who} onChange={(event) => { setWho(event.target.value) }}>
            <option value="">{text('share.choose')}</option>
            {[true, false].map((helps) => (
              <optgroup key={String(helps)} label={text(helps ? 'share.helps' : 'share.others')}>
                {organisations.filter((one) => one.helps === helps).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <RadioCards
        name="about" legend={text('share.about')} chosen={about} onChoose={(value) => { setAbout(value); setChosen([]) }}
        options={subjects.map(({ subject: { kind, memberIds, label } }) => ({ value: [kind, ...memberIds].join(' '), label: kind === 'ADULT' ? text('share.yourself') : kind === 'RELATION' ? text('share.bond', { names: label }) : label }))}
      />
      {subject !== undefined && (
        <fieldset className={styles['checks']}>
          <legend>{text(isYes ? 'share.what' : 'share.whatNot', { recipient })}</legend>
          {subject.parts.map((part) => (
            <label key={keyOf(part)}>
              <input type="checkbox" checked={chosen.includes(keyOf(part))} onChange={(event) => { choose(keyOf(part), event.target.checked) }} /> <span className={styles['what']}>{part.what}</span>
            </label>
          ))}
        </fieldset>
      )}
      {isYes && (
        <RadioCards name="length" legend={text('share.howLong')} chosen={length} onChoose={setLength} options={(['months', 'year', 'open'] as const).map((value) => ({ value, label: text(`share.${value}`) }))} />
      )}
      {isYes && subject !== undefined && <AlsoSigns names={subject.alsoSigns} />}
      <Notice tone={state.kind === 'failed' ? 'stop' : 'wait'}>{state.kind === 'failed' ? state.reason ?? text('action.failed') : tried && !isWhole && text('share.incomplete')}</Notice>
      <Button type="submit" wide kind={isYes ? 'primary' : 'stop'} busy={state.kind === 'busy'}>{text(isYes ? 'share.giveYes' : 'share.giveNo')}</Button>
    </form>
  )
}

/** Whose yes is needed as well, each for themselves. */
const AlsoSigns = ({ names }: { readonly names: readonly string[] }) => {
  const text = usePageText()
  return <p>{names.length === 0 ? text('share.alone') : text('share.alsoSigns', { names: names.join(', ') })}</p>
}
