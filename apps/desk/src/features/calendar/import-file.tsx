import { FreeTimePreviewDocument, ImportFreeTimeDocument, type FreeTimePreviewQuery, type Modality, type OfferSource } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { usePreview } from '../../graph/use-preview.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { readTextFile } from '../../parts/read-text-file.ts'
import { useText } from '../../parts/text.ts'
import fields from '../../parts/fields.module.css'
import styles from './calendar.module.css'
import type { OwnCalendar } from './days.ts'
import { FormsAndPlaces } from './forms-and-places.tsx'
import { largestFile, slimCalendar } from './slim-calendar.ts'
import type { useChange } from './use-change.ts'

type Props = { readonly calendar: OwnCalendar; readonly change: ReturnType<typeof useChange>; readonly onClose: () => void }
type Preview = FreeTimePreviewQuery['freeTimePreview']
type ChosenFile = { readonly source: OfferSource; readonly content: string }

/** Free time out of a list or a calendar: first what would change and what can't be read, then, if somebody wants so, the change. */
export const ImportFile = ({ calendar, change, onClose }: Props) => {
  const text = useText()
  const [file, setFile] = useState<ChosenFile>()
  const [forms, setForms] = useState<readonly Modality[]>(['ONSITE'])
  const [places, setPlaces] = useState<readonly string[]>(calendar.places.slice(0, 1).map(({ id }) => id))
  const [word, setWord] = useState('')
  const preview = usePreview(FreeTimePreviewDocument)
  const [skipWrong, setSkipWrong] = useState(false)
  const [tried, setTried] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)

  /** A preview is of one file read in one way; with another it begins anew. */
  const begin = <Value,>(set: (value: Value) => void) => (value: Value): void => {
    set(value)
    preview.forget()
    setSkipWrong(false)
    change.forgetRefusal()
  }
  const input = file === undefined ? undefined : { ...file, modalities: forms, places: forms.includes('ONSITE') ? places : [], ...(word.trim() !== '' && { word: word.trim() }) }

  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) { setTooLarge(false); return begin(setFile)(undefined) }
    if (chosen.size > largestFile) {
      begin(setFile)(undefined)
      setTooLarge(true)
      return
    }
    preview.forget()
    const content = await preview.ifStillMeant(readTextFile(chosen))
    if (content === undefined) return
    const isCalendar = /^\uFEFF?BEGIN:VCALENDAR/i.test(content.trimStart())
    setTooLarge(false)
    begin(setFile)({ content: isCalendar ? slimCalendar(content.trimStart().replace(/^\uFEFF/, ''), calendar.today) : content, source: isCalendar ? 'ICS' : 'CSV' })
  }
  const look = async (): Promise<void> => {
    setTried(true)
    if (input !== undefined) await preview.look({ input })
  }
  const bringIn = async (): Promise<void> => {
    if (input !== undefined && await change.run(ImportFreeTimeDocument, { input: { ...input, skipWrong } }, 'broughtIn')) onClose()
  }
  const seen = preview.shown?.freeTimePreview
  const changes = seen === undefined ? 0 : seen.added + seen.gone

  return (
    <Dialog isOpen onClose={onClose} title={text('calendar.importTitle')}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void look() }}>
        <p>{text('calendar.importHint')}</p>
        <Field label={text('calendar.file')} hint={text('calendar.fileHint')} error={tooLarge ? text('calendar.fileTooLarge', { longest: largestFile / 1024 / 1024 }) : tried && file === undefined ? text('elsewhere.missing') : undefined}>
          {(control) => <input {...control} type="file" accept=".csv,.txt,.ics,text/csv,text/calendar" onChange={(event) => { void choose(event.target.files?.[0]) }} />}
        </Field>
        <FormsAndPlaces calendar={calendar} forms={forms} places={places} onForms={begin(setForms)} onPlaces={begin(setPlaces)} isTried={false} />
        {file?.source === 'ICS' && <Field label={text('calendar.word')} hint={text('calendar.wordHint')}>{(control) => <input {...control} dir="auto" maxLength={100} value={word} onChange={(event) => begin(setWord)(event.target.value)} />}</Field>}
        <SaidNo refusal={preview.refusal ?? change.refusal} />
        {seen !== undefined && <WhatChanges preview={seen} skipWrong={skipWrong} onSkipWrong={setSkipWrong} />}
        <div className={styles['weeks']}>
          {seen === undefined
            ? <Button type="submit" busy={preview.busy}>{text('calendar.look')}</Button>
            : changes > 0 && <Button busy={change.busy} disabled={seen.wrong > 0 && !skipWrong} onClick={() => { void bringIn() }}>{text('calendar.bringIn')}</Button>}
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const WhatChanges = ({ preview, skipWrong, onSkipWrong }: { readonly preview: Preview; readonly skipWrong: boolean; readonly onSkipWrong: (skip: boolean) => void }) => {
  const text = useText()
  const { lines, wrong, added, same, gone, inUse, leftOut } = preview
  return (
    <section className={styles['preview']} aria-label={text('calendar.preview')}>
      <h3>{text('calendar.preview')}</h3>
      <Notice tone={wrong > 0 ? 'wait' : 'neutral'}>
        {added + gone === 0 && <p>{text('calendar.nothingToBring')}</p>}
        {added > 0 && <p>{text('calendar.previewAdded', { count: added })}</p>}
        {same > 0 && <p>{text('calendar.previewSame', { count: same })}</p>}
        {gone > 0 && <p>{text('calendar.previewGone', { count: gone })}</p>}
        {leftOut > 0 && <p>{text('calendar.previewLeftOut', { count: leftOut })}</p>}
        {wrong > 0 && <p><strong>{text('calendar.wrong', { count: wrong })}</strong></p>}
      </Notice>
      {inUse.length > 0 && <><p>{text('calendar.previewInUse')}</p><ul>{inUse.map((one) => <li key={one}>{one}</li>)}</ul></>}
      {wrong > 0 && <label className={fields['check']}><input type="checkbox" checked={skipWrong} onChange={(event) => onSkipWrong(event.target.checked)} /> {text('calendar.skipWrong')}</label>}
      <ul className={styles['lines']} tabIndex={0} aria-label={text('calendar.file')}>
        {lines.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null) || a.line - b.line).map((line) => (
          <li key={line.line} data-wrong={line.problem !== null || undefined}>
            <strong>{text('calendar.line', { line: line.line })}</strong> <span className={styles['soft']} dir="auto">{line.text}</span>
            {line.problem !== null && <p>{line.problem}</p>}
            {line.offers.map((offer) => <p key={offer} className={styles['soft']}>{offer}</p>)}
          </li>
        ))}
      </ul>
    </section>
  )
}
