import { CompleteClassificationDocument, type Axis } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import styles from './classification.module.css'
import { axisGroups, lacking, mayAdd, type Classification, type ClassifiedFamily, type Part } from './classification.ts'
import { PartCard } from './part-card.tsx'
import { PartDialog } from './part-dialog.tsx'

type Props = { readonly family: ClassifiedFamily; readonly classification: Classification; readonly readAgain: () => void }

/** One classification, axis by axis. */
export const Axes = ({ family, classification, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [editing, setEditing] = useState<{ readonly axis: Axis; readonly part?: Part }>()
  const [isCompleting, setCompleting] = useState(false)
  const { subject, occurredOn, edition, occasions, settings, by, completedBy, completedAt, parts } = classification
  const mayEdit = family.can.contribute && completedAt === null
  const lacks = lacking(classification)
  const current = editing?.part === undefined ? undefined : parts.find(({ id }) => id === editing.part?.id)
  return (
    <div className={page['page']}>
      <div className={styles['frame']}>
        <div className={page['row']}>
          <h2>{text('classification.heading', { name: subject.label, day: dates.date(occurredOn) })}</h2>
          <StatusMark tone={completedAt === null ? 'wait' : 'ok'}>{text(completedAt === null ? 'classification.open' : 'classification.completed')}</StatusMark>
        </div>
        <p className={page['soft']}>{text('classification.frame', { edition: text(`edition.${edition}`), count: occasions, settings: settings.map((one) => text(`setting.${one}`)).join(', '), by })}</p>
        {completedAt !== null && <p>{text('classification.completedBy', { by: completedBy ?? '', day: dates.date(dates.dateOf(completedAt)) })}</p>}
        <BesideEntry family={family} kind="CLASSIFICATION" entryId={classification.id} name={text('classification.title')} />
      </div>
      <div className={styles['axes']}>
        {axisGroups.map(({ key, axes }) => {
          const own = axes.flatMap((axis) => parts.filter((part) => part.axis === axis))
          const addable = mayEdit ? axes.filter((axis) => mayAdd(classification, axis)) : []
          return (
            <Section key={key} title={`${text(`axes.${key}`)}: ${text(`axes.${key}.title`)}`}>
              {own.length === 0 && <p className={page['soft']}>{text('axes.nothing')}</p>}
              {key === 'IV' && own.length > 0 && <p className={page['soft']}>{text('axes.stressorCount', { count: own.length })}</p>}
              {own.length > 0 && (
                <ul className={styles['parts']}>
                  {(key === 'IV' ? own.toSorted((a, b) => (a.onsetMonths ?? 0) - (b.onsetMonths ?? 0)) : own).map((part) => (
                    <li key={part.id}><PartCard family={family} part={part} mayEdit={mayEdit} onEdit={() => setEditing({ axis: part.axis, part })} /></li>
                  ))}
                </ul>
              )}
              {addable.length > 0 && <div className={styles['row']}>{addable.map((axis) => <Button key={axis} kind="secondary" onClick={() => setEditing({ axis })}>{text(`part.add.${axis}`)}</Button>)}</div>}
            </Section>
          )
        })}
      </div>
      {family.can.coordinate && completedAt === null && (
        <div className={styles['row']}>
          {lacks.length === 0
            ? <Button onClick={() => setCompleting(true)}>{text('classification.complete')}</Button>
            : <p className={page['soft']}>{text('classification.missing', { what: lacks.map((one) => text(`classification.missing.${one}`)).join('; ') })}</p>}
        </div>
      )}
      {editing !== undefined && (
        <PartDialog key={current?.id ?? editing.axis} family={family} classification={classification} axis={editing.axis} part={current} readAgain={readAgain} onClose={() => setEditing(undefined)} />
      )}
      {isCompleting && <Complete family={family} classification={classification} onClose={() => setCompleting(false)} />}
    </div>
  )
}

const Complete = ({ family, classification, onClose }: { readonly family: ClassifiedFamily; readonly classification: Classification; readonly onClose: () => void }) => {
  const text = useText()
  const complete = useCommand(CompleteClassificationDocument)
  return (
    <ConfirmDialog title={text('classification.complete')} sendLabel={text('classification.complete')} command={complete} onSend={() => complete.run({ familyId: family.id, classificationId: classification.id })} onClose={onClose}>
      <p>{text('classification.completeAsk')}</p>
    </ConfirmDialog>
  )
}
