import { PassAskDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { helpPath } from '../../shell/paths.ts'
import type { TeamFamily } from './open-matters.ts'
import styles from './team.module.css'

export type FamilyAsk = TeamFamily['asks'][number]

type Props = { readonly family: TeamFamily; readonly leads: boolean; readonly onAnswer: (ask: FamilyAsk) => void; readonly onTakeBack: (ask: FamilyAsk) => void; readonly onPassed: (name: string) => void }

/** What parents ask about who helps, or about the file, as far as it is put to the viewer: what it is, what to do with it, what was agreed. */
export const Asks = ({ family, leads, onAnswer, onTakeBack, onPassed }: Props) => (
  <ul className={styles['list']}>
    {family.asks.map((ask) => <li key={ask.id} className={styles['ask']}><OneAsk family={family} ask={ask} leads={leads} onAnswer={onAnswer} onTakeBack={onTakeBack} onPassed={onPassed} /></li>)}
  </ul>
)

const OneAsk = ({ family, ask, leads, onAnswer, onTakeBack, onPassed }: Props & { readonly ask: FamilyAsk }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(PassAskDocument)
  const { id, kind, parent: { firstName: name }, askedOn, about, words, notedBy, status, answer, isComing } = ask
  const isBack = useIsBack()
  const [mayAnswer, mayPassOn, maySeek] = [ask.mayAnswer && !isBack, ask.mayPassOn && !isBack, leads && !isBack && kind === 'OTHER_PROVIDER']
  const title = text(`team.ask.${kind}`, { name, about: about?.name ?? '' })
  const mayTakeBack = ask.mayNoteWithdrawal && family.closing === null && family.can.contribute
  const passOn = async () => { if (!command.busy && await command.run({ familyId: family.id, askId: id })) onPassed(name) }
  return (
    <div className={styles['form']}>
      <div>
        <p><strong>{title}</strong></p>
        <p className={styles['soft']}>{[text('team.ask.on', { day: dates.date(askedOn) }), notedBy === null ? undefined : text('team.ask.noted', { name: notedBy })].filter(Boolean).join(' · ')}</p>
      </div>
      {words !== null && <p className={styles['words']} dir="auto">“{words}”</p>}
      {status === 'OPEN' && <p>{text(mayPassOn ? 'team.ask.hint.passOn' : `team.ask.hint.${kind}`, { name, about: about?.name ?? '' })}</p>}
      {answer !== null && (
        <div>
          <p>{isComing && <><StatusMark tone="wait">{text('team.ask.coming')}</StatusMark> </>}<strong>{text(`team.ask.${answer.outcome}`)}</strong></p>
          <p className={styles['soft']}>{text('team.ask.answered', { day: dates.date(answer.on), name })}</p>
          <p className={styles['words']} dir="auto">{answer.words}</p>
        </div>
      )}
      {(mayAnswer || mayPassOn || mayTakeBack || (maySeek && (isComing || status === 'OPEN'))) && (
        <div className={styles['row']}>
          {mayAnswer && <Button onClick={() => onAnswer(ask)}>{text('team.ask.answer')}<VisuallyHidden>: {title}</VisuallyHidden></Button>}
          {mayPassOn && <Button busy={command.busy} onClick={() => { void passOn() }}>{text('team.ask.passOn')}<VisuallyHidden>: {title}</VisuallyHidden></Button>}
          {maySeek && <Link className={buttonClass('quiet')} to={helpPath(family.id)}>{text('team.ask.seek')}</Link>}
          {mayTakeBack && <Button kind="quiet" onClick={() => onTakeBack(ask)}>{text('team.ask.takeBack', { name })}<VisuallyHidden>: {title}</VisuallyHidden></Button>}
        </div>
      )}
      <SaidNo refusal={command.refusal} />
    </div>
  )
}
