import { EndPlanLineDocument, WritePlanLineDocument, type Route } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import dialogs from '../plan/dialogs.module.css'
import { ownersIn } from '../plan/actions.tsx'
import { routes } from '../plan/goal-form.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { PlanFamily, PlanLine } from './plan-file.ts'
import styles from './plan-page.module.css'

type Props = { readonly family: PlanFamily; readonly readAgain: () => void }
type Opened = { readonly what: 'add'; readonly route: Route } | { readonly what: 'edit' | 'end'; readonly lineId: string }

/** What we do, along each of the four routes (K-04). A route without a line may stay so. */
export const PlanLines = ({ family, readAgain }: Props) => {
  const text = useText()
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  const mayEdit = family.can.coordinate
  const { lines } = family.plan
  if (lines.length === 0 && !mayEdit) return null
  const line = opened === undefined || opened.what === 'add' ? undefined : lines.find(({ id }) => id === opened.lineId)
  const ended = lines.filter(({ endedBecause }) => endedBecause !== null)
  return (
    <Section title={text('lines.title')}>
      <div className={styles['routes']}>
        {routes.map((route) => {
          const own = lines.filter((one) => one.route === route && one.endedBecause === null)
          return own.length === 0 && !mayEdit ? null : (
            <div key={route} className={styles['route']}>
              <h3>{text(`route.${route}`)}</h3>
              {own.length > 0 && (
                <ul className={styles['list']}>
                  {own.map((one) => (
                    <li key={one.id}>
                      <p className={page['words']} dir="auto">{one.text}</p>
                      {one.forParents === null ? mayEdit && <p className={page['soft']}>{text('lines.noPlain')}</p> : <p className={styles['plain']} dir="auto">{one.forParents}</p>}
                      {one.carriedBy !== null && <p className={page['soft']}>{text('lines.by', { name: one.carriedBy })}</p>}
                      <BesideEntry family={family} kind="PLAN_PART" entryId={one.version} name={one.text}>
                        {mayEdit && (
                          <>
                            <Button kind="quiet" onClick={() => setOpened({ what: 'edit', lineId: one.id })}>{text('action.edit')}<VisuallyHidden>: {one.text}</VisuallyHidden></Button>
                            <Button kind="quiet" onClick={() => setOpened({ what: 'end', lineId: one.id })}>{text('lines.end')}<VisuallyHidden>: {one.text}</VisuallyHidden></Button>
                          </>
                        )}
                      </BesideEntry>
                    </li>
                  ))}
                </ul>
              )}
              {mayEdit && <div><Button kind="quiet" onClick={() => setOpened({ what: 'add', route })}>{text('lines.add')}<VisuallyHidden>: {text(`route.${route}`)}</VisuallyHidden></Button></div>}
            </div>
          )
        })}
      </div>
      {ended.length > 0 && (
        <details className={page['folded']}>
          <summary>{text('lines.ended', { count: ended.length })}</summary>
          <ul className={styles['list']}>{ended.map((one) => <li key={one.id}><p dir="auto">{one.text}</p><p className={page['soft']} dir="auto">{one.endedBecause}</p><BesideEntry family={family} kind="PLAN_PART" entryId={one.version} name={one.text} /></li>)}</ul>
        </details>
      )}
      {opened?.what === 'add' && <LineDialog family={family} line={undefined} route={opened.route} readAgain={readAgain} onClose={close} />}
      {opened?.what === 'edit' && line !== undefined && <LineDialog family={family} line={line} route={line.route} readAgain={readAgain} onClose={close} />}
      {opened?.what === 'end' && line !== undefined && <EndLine family={family} line={line} onClose={close} />}
    </Section>
  )
}

const valuesOf = (line: PlanLine | undefined, route: Route) =>
  ({ version: line?.version ?? '', route: line?.route ?? route, text: line?.text ?? '', forParents: line?.forParents ?? '', carriedBy: line?.carriedById ?? '' })

const LineDialog = ({ family, line, route, readAgain, onClose }: Props & { readonly line: PlanLine | undefined; readonly route: Route; readonly onClose: () => void }) => {
  const text = useText()
  const write = useCommand(WritePlanLineDocument)
  const draft = useDraft(family.id, line === undefined ? 'plan-line' : `plan-line-${line.id}`, valuesOf(line, route))
  const { values } = draft
  const send = async (): Promise<void> => {
    const { version, text: words, forParents, carriedBy } = values
    const done = await write.run({
      familyId: family.id, ...(line !== undefined && { lineId: line.id, version }),
      input: { route: values.route, text: words, ...(forParents.trim() !== '' && { forParents }), ...(carriedBy !== '' && { carriedById: carriedBy }) },
    })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text(line === undefined ? 'lines.add' : 'lines.edit')}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('lines.what')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
        <Field label={text('plain.label')} hint={text('plain.hint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.forParents} onChange={(event) => draft.change({ forParents: event.target.value })} />}</Field>
        <div className={dialogs['pair']}>
          <Field label={text('goal.route')}>{(control) => <select {...control} value={values.route} onChange={(event) => draft.change({ route: event.target.value as Route })}>{routes.map((one) => <option key={one} value={one}>{text(`route.${one}`)}</option>)}</select>}</Field>
          <Field label={text('lines.who')}>
            {(control) => (
              <select {...control} value={values.carriedBy} onChange={(event) => draft.change({ carriedBy: event.target.value })}>
                <option value="">{text('lines.nobody')}</option>
                {ownersIn(family).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
              </select>
            )}
          </Field>
        </div>
        <EditFoot
          keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={onClose}
          conflict={line !== undefined && values.version !== line.version ? { theirs: [line.text, line.forParents].filter(Boolean).join('\n'), by: line.changedBy, onKeep: () => draft.change({ version: line.version }), onTake: () => draft.change(valuesOf(line, route)) } : undefined}
        />
      </form>
    </Dialog>
  )
}

const EndLine = ({ family, line, onClose }: { readonly family: PlanFamily; readonly line: PlanLine; readonly onClose: () => void }) => {
  const text = useText()
  const end = useCommand(EndPlanLineDocument)
  return <WordsDialog familyId={family.id} form={`end-line-${line.id}`} title={text('lines.endTitle')} label={text('lines.endWords')} sendLabel={text('lines.end')} command={end} onClose={onClose} onSend={(words) => end.run({ familyId: family.id, lineId: line.id, words })}><p dir="auto">{line.text}</p></WordsDialog>
}
