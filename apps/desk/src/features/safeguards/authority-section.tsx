import { CorrectAuthorityDocument, type AuthorityStatus } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { parentSignInsPath } from '../../shell/paths.ts'
import { AuthorityDialog } from './authority-dialog.tsx'
import { GuardianDialog } from './guardian-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { nameIn, type Safeguarding } from './safeguarding.ts'
import styles from './safeguards.module.css'
import { VerifyDialog } from './verify-dialog.tsx'
import type { AuthorityFact } from './safeguarding.ts'

const tones = { VERIFIED: 'ok', UNVERIFIED: 'wait', NONE: 'neutral' } as const satisfies Record<AuthorityStatus, string>

/** Of each child, who has authority today, and every fact that this rests on. */
export const AuthoritySection = ({ of }: { readonly of: Safeguarding }) => {
  const text = useText()
  const dates = useDates(of.zone)
  const name = nameIn(of)
  const [opened, setOpened] = useState<{ readonly what: 'record' | 'guardian' } | { readonly what: 'verify' | 'correct'; readonly fact: AuthorityFact }>()
  const close = (): void => setOpened(undefined)
  const actions = of.coordinates && (
    <div className={styles['row']}>
      <Button kind="secondary" onClick={() => setOpened({ what: 'record' })}>{text('authority.record')}</Button>
      <Button kind="quiet" onClick={() => setOpened({ what: 'guardian' })}>{text('authority.guardian')}</Button>
      <Link className={buttonClass('quiet')} to={parentSignInsPath(of.familyId)}>{text('keys.parents')}</Link>
    </div>
  )
  return (
    <>
      {of.children.map((child) => {
        const states = of.today.filter(({ childId }) => childId === child.id)
        const facts = of.authority.filter(({ childId }) => childId === child.id)
        const unknown = of.adults.filter(({ id, role }) => ['MOTHER', 'FATHER', 'PARENT'].includes(role) && !states.some(({ adultId }) => adultId === id))
        return (
          <Section key={child.id} title={text('authority.over', { child: child.name })}>
            <ul className={styles['list']}>
              {states.map(({ adultId, status }) => <li key={adultId}><StatusMark tone={tones[status]}>{text(`authority.state.${status}`, { adult: name(adultId) })}</StatusMark></li>)}
              {unknown.map((adult) => <li key={adult.id}><StatusMark tone="neutral">{text('authority.unknown', { adult: adult.name })}</StatusMark></li>)}
            </ul>
            {facts.length > 0 && (
              <details className={styles['details']}>
                <summary>{text('authority.facts', { child: child.name })}</summary>
                <ul className={styles['list']}>
                  {facts.map((fact) => {
                    const words = { adult: name(fact.adultId), status: text(`authority.status.${fact.status}`), from: dates.date(fact.from) }
                    const sentence = fact.until === null ? text('authority.fact', words) : text('authority.factUntil', { ...words, until: dates.date(fact.until) })
                    return (
                      <li key={fact.id}>
                        <p className={fact.mistake === null ? undefined : styles['gone']}>{sentence}</p>
                        <p className={styles['soft']}>{text('authority.recorded', { basis: text(`authority.basis.${fact.basis}`), source: text(`authority.source.${fact.source}`), by: fact.recordedBy, day: dates.date(dates.dateOf(fact.recordedAt)) })}</p>
                        {fact.check !== null && <p className={styles['soft']}>{text('authority.checked', { by: fact.check.by, day: dates.date(fact.check.seenOn), seen: fact.check.seen })} {fact.check.checkOn !== null && text('authority.checkOn', { day: dates.date(fact.check.checkOn) })}</p>}
                        {fact.isCheckDue && <StatusMark tone="wait">{text('authority.checkDue')}</StatusMark>}
                        {fact.mistake !== null && <p>{text('authority.mistake', { reason: fact.mistake })}</p>}
                        {of.coordinates && fact.mistake === null && (
                          <div className={styles['row']}>
                            {fact.status === 'UNVERIFIED' && <Button kind="secondary" onClick={() => setOpened({ what: 'verify', fact })}>{text('authority.verify')}<VisuallyHidden>: {sentence}</VisuallyHidden></Button>}
                            <Button kind="quiet" onClick={() => setOpened({ what: 'correct', fact })}>{text('authority.correct')}<VisuallyHidden>: {sentence}</VisuallyHidden></Button>
                          </div>
                        )}
                      </li>
                    )
                  })}
                </ul>
              </details>
            )}
          </Section>
        )
      })}
      {actions}
      {opened?.what === 'record' && <AuthorityDialog of={of} onClose={close} />}
      {opened?.what === 'guardian' && <GuardianDialog familyId={of.familyId} onClose={close} />}
      {opened?.what === 'verify' && <VerifyDialog of={of} fact={opened.fact} onClose={close} />}
      {opened?.what === 'correct' && <Correct of={of} fact={opened.fact} onClose={close} />}
    </>
  )
}

const Correct = ({ of, fact, onClose }: { readonly of: Safeguarding; readonly fact: AuthorityFact; readonly onClose: () => void }) => {
  const text = useText()
  const correct = useCommand(CorrectAuthorityDocument)
  return (
    <ReasonDialog
      title={text('authority.correctTitle')} zone={of.zone} sendLabel={text('authority.correct')} withReview={false} command={correct} onClose={onClose}
      onSend={(reason) => correct.run({ familyId: of.familyId, authorityId: fact.id, reason })}
    >
      <p>{text('authority.correctIntro')}</p>
    </ReasonDialog>
  )
}
