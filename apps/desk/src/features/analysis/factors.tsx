import { DismissFactorDocument } from '@samenspel/graphql-documents/desk'
import { Ecology } from '@samenspel/pictures'
import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { childrenOf } from '../../parts/members.ts'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { Switch } from '../../parts/switch.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { counting, directions, layers, origins, type AnalysisFamily, type Factor } from './analysis.ts'
import styles from './analysis.module.css'
import { FactorDialog } from './factor-dialog.tsx'

type Props = { readonly family: AnalysisFamily; readonly readAgain: () => void }

/** What plays a part: as a table by where it comes from, or as rings from near to far. */
export const Factors = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [view, setView] = useState<'table' | 'rings'>('table')
  const [editing, setEditing] = useState<Factor | 'new'>()
  const [dismissing, setDismissing] = useState<Factor>()
  const dismiss = useCommand(DismissFactorDocument)
  const { factors } = family.analysis
  const shown = counting(factors)
  const gone = factors.filter(({ dismissed }) => dismissed !== null)
  const open = { onEdit: setEditing, onDismiss: (factor: Factor) => { dismiss.forgetRefusal(); setDismissing(factor) } }
  return (
    <Section
      title={text('factors.title')}
      action={(
        <div className={page['row']}>
          {shown.length > 0 && (
            <Switch label={text('factors.title')} value={view} options={[{ id: 'table', label: text('factors.asTable') }, { id: 'rings', label: text('factors.asRings') }]} onChoose={setView} />
          )}
          {family.can.contribute && <Button kind="secondary" onClick={() => setEditing('new')}>{text('factors.add')}</Button>}
        </div>
      )}
    >
      {shown.length === 0 ? <p>{text('factors.empty')}</p> : view === 'table' ? <Board family={family} factors={shown} {...open} /> : (
        <Ecology
          title={text('factors.picture', { name: childrenOf(family.members)[0]?.firstName ?? '' })}
          centre={childrenOf(family.members)[0]?.firstName ?? ''}
          layers={layers.map((layer) => ({ layer, label: text(`layer.${layer}`) }))}
          items={shown.map(({ id, title, layer, direction }) => ({ id, title, layer, direction: direction === 'RISK' ? 'risk' : 'protective' }))}
        />
      )}
      {gone.length > 0 && (
        <details className={styles['details']}>
          <summary>{text('factors.dismissed')}</summary>
          <ul className={styles['list']}>
            {gone.map((factor) => (
              <li key={factor.id}>
                <strong className={styles['gone']} dir="auto">{factor.title}</strong>
                {factor.dismissed !== null && <p className={page['soft']}>{text('judgement.by', { by: factor.dismissed.by, day: dates.date(dates.dateOf(factor.dismissed.at)), reason: factor.dismissed.reason })}</p>}
                {family.can.contribute && <Button kind="quiet" onClick={() => setEditing(factor)}>{text('action.edit')}<VisuallyHidden>: {factor.title}</VisuallyHidden></Button>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {editing !== undefined && <FactorDialog key={editing === 'new' ? 'new' : editing.id} family={family} factor={editing === 'new' ? undefined : factors.find(({ id }) => id === editing.id)} readAgain={readAgain} onClose={() => setEditing(undefined)} />}
      {dismissing !== undefined && (
        <WordsDialog familyId={family.id} form={`dismiss-factor-${dismissing.id}`} title={text('factor.dismissTitle')} label={text('hypothesis.reason')} sendLabel={text('action.save')} command={dismiss} onClose={() => setDismissing(undefined)} onSend={(reason) => dismiss.run({ familyId: family.id, factorId: dismissing.id, reason })}>
          <p dir="auto"><strong>{dismissing.title}</strong></p>
        </WordsDialog>
      )}
    </Section>
  )
}

type BoardProps = { readonly family: AnalysisFamily; readonly factors: readonly Factor[]; readonly onEdit: (factor: Factor) => void; readonly onDismiss: (factor: Factor) => void }

const Board = ({ family, factors, ...open }: BoardProps) => {
  const text = useText()
  return (
    <table className={styles['board']}>
      <thead>
        <tr><th scope="col">{text('factors.origin')}</th><th scope="col">{text('factors.risk')}</th><th scope="col">{text('factors.protective')}</th></tr>
      </thead>
      <tbody>
        {origins.map((origin) => (
          <tr key={origin}>
            <th scope="row">{text(`origin.${origin}`)}</th>
            {directions.map((direction) => {
              const own = factors.filter((factor) => factor.origin === origin && factor.direction === direction)
              return (
                <td key={direction} data-label={text(direction === 'RISK' ? 'factors.risk' : 'factors.protective')}>
                  {own.length === 0 ? <span className={page['soft']}>{text('factors.nothing')}</span> : (
                    <ul className={styles['cards']}>{own.map((factor) => <FactorCard key={factor.id} family={family} factor={factor} {...open} />)}</ul>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const FactorCard = ({ family, factor, onEdit, onDismiss }: Omit<BoardProps, 'factors'> & { readonly factor: Factor }) => {
  const text = useText()
  const dates = useDates(family.zone)
  return (
    <li data-direction={factor.direction}>
      <strong dir="auto">{factor.title}</strong>
      <p dir="auto">{factor.evidence}</p>
      <p className={page['soft']}>
        {[text(`domain.${factor.domain}`), text(`layer.${factor.layer}`), factor.setting === null ? undefined : text(`setting.${factor.setting}`)].filter((part) => part !== undefined).join(' · ')}
      </p>
      <p className={page['soft']}>
        {factor.heardFrom.length > 0 && <>{text('factor.heard', { names: factor.heardFrom.map(({ name }) => name).join(', ') })} · </>}
        {text('hypothesis.by', { by: factor.by, day: dates.date(dates.dateOf(factor.changedAt)) })}
      </p>
      <BesideEntry family={family} kind="FACTOR" entryId={factor.id} name={factor.title}>
        {family.can.contribute && (
          <>
            <Button kind="quiet" onClick={() => onEdit(factor)}>{text('action.edit')}<VisuallyHidden>: {factor.title}</VisuallyHidden></Button>
            <Button kind="quiet" onClick={() => onDismiss(factor)}>{text('factor.dismiss')}<VisuallyHidden>: {factor.title}</VisuallyHidden></Button>
          </>
        )}
      </BesideEntry>
    </li>
  )
}
