import { AnswerStatementDocument, type FamilyQuery, type GuardedKind, type StatedKind } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidWords, WordsBeside } from '../../parts/said-words.tsx'
import { useText } from '../../parts/text.ts'
import styles from './beside-entry.module.css'
import { GuardEntry } from './guard-entry.tsx'

type Family = NonNullable<FamilyQuery['family']>
type Statement = Family['statements'][number]

type Props = {
  readonly family: Partial<Pick<Family, 'jurisdiction'>> & Pick<Family, 'id' | 'zone' | 'members' | 'statements' | 'can'>
  readonly kind: GuardedKind
  readonly entryId: string
  /** Which part it is, for whoever hears the buttons and doesn't see where they stand. */
  readonly name: string
  /** The viewer recorded it, and so may shield it as who coordinates may. */
  readonly isOwn?: boolean
  /** It is about a child, who may have told it in confidence. */
  readonly isAboutChild?: boolean
  /** What else can be done with the part: it stands in the same row. */
  readonly children?: ReactNode
}

/** What stands beside a part of the file: words of the family with what was answered, and from whom it is kept. The same at every part. */
export const BesideEntry = ({ family, kind, entryId, name, isOwn = false, isAboutChild = false, children }: Props) => {
  const dates = useDates(family.zone)
  const statements = statementsAt(family, kind, entryId)
  const mayGuard = family.can.coordinate || (isOwn && family.can.contribute)
  const hasMore = children !== undefined && children !== false
  if (statements.length === 0 && !mayGuard && !hasMore) return null
  return (
    <div className={styles['beside']}>
      {(mayGuard || hasMore) && (
        <div className={styles['can']}>
          {children}
          {mayGuard && <GuardEntry family={family} kind={kind} entryId={entryId} name={name} isOwn={isOwn} isAboutChild={isAboutChild} />}
        </div>
      )}
      <WordsBeside
        statements={statements} day={(at) => dates.date(dates.dateOf(at))}
        also={({ id }, by) => family.can.coordinate && <GuardEntry family={family} kind="CORRECTION" entryId={id} name={by} />}
        answering={({ id, text: words }, by, close) => <AnswerDialog familyId={family.id} statementId={id} words={words} by={by} onClose={close} />}
      />
    </div>
  )
}

const statementsAt = ({ statements }: Pick<Family, 'statements'>, kind: GuardedKind | StatedKind, id: string): readonly Statement[] =>
  statements.filter(({ entryKind, entryId }) => entryKind === kind && entryId === id)

/** Whether somebody put words beside one of these, so that they are not folded away. */
export const hasStatements = (family: Pick<Family, 'statements'>, parts: readonly (readonly [kind: StatedKind, id: string])[]): boolean => parts.some(([kind, id]) => statementsAt(family, kind, id).length > 0)

const AnswerDialog = ({ familyId, statementId, words, by, onClose }: { readonly familyId: string; readonly statementId: string; readonly words: string; readonly by: string; readonly onClose: () => void }) => {
  const text = useText()
  const answer = useCommand(AnswerStatementDocument)
  const draft = useDraft(familyId, `answer-beside-${statementId}`, { text: '' })
  const send = async (): Promise<void> => {
    if (!await answer.run({ familyId, statementId, text: draft.values.text })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('beside.answerTitle')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!answer.busy) void send() }}>
        <SaidWords words={words} by={by} />
        <Field label={text('beside.answerWords')} hint={text('beside.answerHint')}>
          {(control) => <textarea {...control} required rows={4} dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}
        </Field>
        <EditFoot keeping={draft.keeping} refusal={answer.refusal} busy={answer.busy} sendLabel={text('beside.answerSend')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
