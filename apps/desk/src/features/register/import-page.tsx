import { ImportRegisterListDocument, RegisterListFileDocument, RegisterListPreviewDocument, type RegisterList } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Field, Notice, PageHeading, StatusMark, type StatusTone } from '@samenspel/ui'
import { useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useClient } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { useCommand } from '../../graph/use-command.ts'
import { usePreview } from '../../graph/use-preview.ts'
import fields from '../../parts/fields.module.css'
import { readTextFile } from '../../parts/read-text-file.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { Table } from '../../parts/table.tsx'
import { saveText } from '../../parts/take-file.ts'
import { useText } from '../../parts/text.ts'
import { importWords, paths } from '../../shell/paths.ts'
import { ClosingsTouch } from '../organisation/closing-touches.tsx'
import styles from './register.module.css'
import type { ImportPreview, ImportRow } from './register.ts'

/** Bytes of the longest list, as it fits into a request. */
const largestList = 90_000

const kinds: readonly RegisterList[] = ['STAFF', 'PLACES', 'CLOSED_DAYS', 'ORGANISATIONS']
const rulesOf = {
  STAFF: ['import.rule.head', 'import.rule.empty', 'import.rule.who', 'import.rule.size'],
  PLACES: ['import.places.head', 'import.places.who', 'import.places.times', 'import.places.rooms', 'import.rule.size'],
  CLOSED_DAYS: ['import.closed.head', 'import.closed.places', 'import.closed.stays', 'import.closed.touches', 'import.rule.size'],
  ORGANISATIONS: ['import.organisations.head', 'import.organisations.who', 'import.organisations.place', 'import.organisations.opens', 'import.rule.size'],
} as const satisfies Record<RegisterList, readonly string[]>

/** People, places, closed days or other organisations from a list: first what would change, row by row; then, if somebody wants so, all of it at once. */
export const ImportPage = () => {
  const text = useText()
  const client = useClient()
  const [search, setSearch] = useSearchParams()
  const list = kinds.find((kind) => importWords[kind] === search.get('lijst')) ?? 'STAFF'
  const [content, setContent] = useState('')
  const [problem, setProblem] = useState<'import.missing' | 'import.fileTooLarge'>()
  const preview = usePreview(RegisterListPreviewDocument)
  const [done, setDone] = useState<Pick<ImportPreview, 'added' | 'changed'>>()
  const bring = useCommand(ImportRegisterListDocument)
  const found = useRef<HTMLDivElement>(null)

  /** Another list begins anew. */
  const begin = (typed: string): void => {
    setContent(typed)
    preview.forget()
    setProblem(undefined)
    setDone(undefined)
    bring.forgetRefusal()
  }
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    if (file.size > largestList) { begin(''); setProblem('import.fileTooLarge'); return }
    preview.forget()
    const typed = await preview.ifStillMeant(readTextFile(file))
    if (typed !== undefined) begin(typed)
  }
  const turnTo = (kind: RegisterList): void => {
    begin('')
    setSearch({ lijst: importWords[kind] }, { replace: true })
  }
  const look = async (): Promise<void> => {
    if (content.trim() === '') { setProblem('import.missing'); return }
    if (await preview.look({ list, content }) !== undefined) setTimeout(() => { found.current?.focus() })
  }
  const send = async ({ seen, added, changed }: ImportPreview): Promise<void> => {
    if (await bring.run({ list, content, seen })) { begin(''); setDone({ added, changed }) } else await look()
  }
  const example = async (): Promise<void> => {
    const { data, error } = await client.query(RegisterListFileDocument, { list, isExample: true }, { requestPolicy: 'network-only' }).toPromise()
    preview.refuse(error && refusalOf(error))
    if (data !== undefined) saveText(data.registerList.content, data.registerList.name)
  }
  const seen = preview.shown?.registerListPreview
  return (
    <div className={styles['page']}>
      <p><Link to={paths.register}>{text('import.back')}</Link></p>
      <PageHeading title={text('import.title')}>{text('import.title')}</PageHeading>
      <p className={styles['intro']}>{text('import.intro')}</p>
      <Notice tone="ok">{done !== undefined && <><p>{text(`import.done.${list}`, done)}</p>{list === 'STAFF' && done.added > 0 && <p>{text('import.doneCodes')} <Link to={paths.keys}>{text('keys.title')}</Link></p>}{list === 'ORGANISATIONS' && <p>{text('import.doneOrganisations')}</p>}</>}</Notice>
      {seen === undefined && (
        <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!preview.busy) void look() }}>
          <fieldset className={fields['checks']}>
            <legend>{text('import.list')}</legend>
            {kinds.map((kind) => <label key={kind} className={fields['check']}><input type="radio" name="list" checked={list === kind} onChange={() => turnTo(kind)} /> {text(`import.list.${kind}`)}</label>)}
          </fieldset>
          <details className={styles['rules']}>
            <summary>{text('import.rules')}</summary>
            <ul>{rulesOf[list].map((rule) => <li key={rule}>{text(rule)}</li>)}</ul>
          </details>
          <div><Button kind="secondary" onClick={() => { void example() }}>{text('import.example')}</Button></div>
          <Field label={text('import.file')} hint={text('import.file.hint')} error={problem === undefined ? undefined : text(problem)}>{(control) => <input {...control} type="file" accept=".csv,.txt,text/csv,text/plain" onChange={({ target }) => { void choose(target.files?.[0]) }} />}</Field>
          <Field label={text('import.paste')}>{(control) => <textarea {...control} className={`${control.className} ${styles['paste'] ?? ''}`} rows={8} dir="auto" spellCheck={false} autoComplete="off" maxLength={largestList} value={content} onChange={({ target }) => begin(target.value)} />}</Field>
          <SaidNo refusal={preview.refusal} />
          <div><Button type="submit" busy={preview.busy}>{text('import.look')}</Button></div>
        </form>
      )}
      {seen !== undefined && (
        <Section title={text('import.preview')}>
          <div ref={found} tabIndex={-1} className={styles['found']}>
            <WhatChanges list={list} preview={seen} />
            <SaidNo refusal={bring.refusal ?? preview.refusal} />
          </div>
          <div className={styles['actions']}>
            {seen.wrong === 0 && seen.added + seen.changed > 0 && <Button busy={bring.busy} onClick={() => { void send(seen) }}>{text('import.send')}</Button>}
            <Button kind="secondary" disabled={bring.busy} onClick={() => begin(content)}>{text('import.again')}</Button>
            <Link className={buttonClass('quiet')} to={paths.register}>{text('action.cancel')}</Link>
          </div>
        </Section>
      )}
    </div>
  )
}

const counts = (list: RegisterList, { added, changed, same, wrong }: ImportPreview) =>
  ([['import.count.wrong', wrong], [`import.count.new.${list}`, added], [`import.count.changed.${list}`, changed], [`import.count.same.${list}`, same]] as const).filter(([, count]) => count > 0)

const tones: Readonly<Record<ImportRow['kind'], StatusTone>> = { NEW: 'ok', CHANGED: 'wait', SAME: 'neutral', WRONG: 'stop' }
const order: readonly ImportRow['kind'][] = ['WRONG', 'NEW', 'CHANGED', 'SAME']

const WhatChanges = ({ list, preview }: { readonly list: RegisterList; readonly preview: ImportPreview }) => {
  const text = useText()
  const { rows, wrong, added, changed, unread, closings, zone } = preview
  const [showsSame, setShowsSame] = useState(false)
  const isShort = rows.every(({ kind }) => kind === 'SAME')
  const shown = rows.filter(({ kind }) => showsSame || isShort || kind !== 'SAME').toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line - b.line)
  return (
    <div className={styles['page']}>
      {wrong > 0 && <Notice tone="wait"><p>{text('import.wrong')}</p></Notice>}
      {wrong + added + changed === 0 && <Notice><p>{text('import.nothing')}</p></Notice>}
      {unread.length > 0 && <p>{text('import.unread', { columns: unread.join(', ') })}</p>}
      {wrong === 0 && closings.length > 0 && <ClosingsTouch closings={closings.map(({ locationId, from, until }) => ({ locationId, from, until }))} zone={zone} words={({ length: count }) => text('import.touches', { count })} />}
      {!isShort && rows.some(({ kind }) => kind === 'SAME') && <label className={fields['check']}><input type="checkbox" checked={showsSame} onChange={({ target }) => setShowsSame(target.checked)} /> {text('import.showSame')}</label>}
      <Table caption={counts(list, preview).map(([key, count]) => text(key, { count })).join(' · ')} columns={[text(`import.about.${list}`), text('import.what')]}>
        {shown.map((row) => (
          <tr key={row.line}>
            <th scope="row" data-label={text(`import.about.${list}`)} className={styles['cell']} dir="auto"><strong>{row.name === '' ? '–' : row.name}</strong><span className={styles['soft']}>{text('import.line', { line: row.line })}</span><span><StatusMark tone={tones[row.kind]}>{text(`import.kind.${row.kind}`)}</StatusMark></span></th>
            <td data-label={text('import.what')} className={styles['cell']}>
              <ul className={styles['lines']}>
                {row.problems.map((one) => <li key={`${one.column ?? ''} ${one.text}`}>{one.column === null ? one.text : text('import.problem', { column: one.column, problem: one.text })}</li>)}
                {row.changes.map(({ column, before, after }) => <li key={column}>{before === null ? text('import.set', { column, after }) : text('import.change', { column, before, after })}</li>)}
              </ul>
              {row.note !== null && <span className={styles['soft']}>{row.note}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
