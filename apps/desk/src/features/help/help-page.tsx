import { HelpChoicesDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, PageHeading, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack, useKnownAt } from '../../shell/looking-back.tsx'
import { useViewer } from '../../shell/viewer.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { chosenOf, tones, type HelpFamily, type HelpSearch, type ProviderOption, type ProviderProposal } from './help.ts'
import { InviteChosen } from './invite-chosen.tsx'
import { NoteChoice } from './note-choice.tsx'
import { ProposeHelp } from './propose-help.tsx'
import { EndSearch, NoRoom } from './search-dialogs.tsx'
import styles from './help.module.css'

/** Which help is sought for a family, what was proposed, and what the family chose (K-03). */
export const HelpPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const [asked, again] = useQuery({ query: HelpChoicesDocument, variables: { id: familyId, knownAt: useKnownAt()?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <Help family={family} />}</Answered>
}

type Opened = { readonly kind: 'ask' } | { readonly kind: 'propose' | 'note' | 'invite' | 'end'; readonly search: HelpSearch } | { readonly kind: 'full'; readonly search: HelpSearch; readonly option: ProviderOption }
type Done = 'proposed' | 'noted' | 'invited' | 'ended'

const Help = ({ family }: { readonly family: HelpFamily }) => {
  const text = useText()
  const viewer = useViewer()
  const [opened, setOpened] = useState<Opened>()
  const [done, setDone] = useState<Done>()
  const isBack = useIsBack()
  const leads = family.can.contribute && family.team.some(({ isCoordinator, isSubstitute, professional }) => (isCoordinator || isSubstitute) && professional.id === viewer.id)
  const [over, open] = [family.helpSearches.filter(({ status }) => status === 'ENDED'), family.helpSearches.filter(({ status }) => status !== 'ENDED')]
  const close = () => setOpened(undefined)
  const finish = (what: Done) => { setOpened(undefined); setDone(what) }
  const start = (next: Opened) => { setDone(undefined); setOpened(next) }
  return (
    <div className={page['page']}>
      <FamilyNav family={family} coordinates={leads} />
      <div className={page['head']}>
        <PageHeading title={`${text('helpChoices.title')}: ${family.name}`}>{text('helpChoices.title')}: {family.name}</PageHeading>
        {leads && <Button onClick={() => start({ kind: 'ask' })}>{text('helpChoices.ask')}</Button>}
      </div>
      {!isBack && <p className={page['intro']}>{text('helpChoices.intro')}</p>}
      <Notice tone="ok">{done !== undefined && text(`helpChoices.done.${done}`)}</Notice>
      {family.helpSearches.length === 0 && <p>{text('helpChoices.none')} {!isBack && <span className={page['soft']}>{text(leads ? 'helpChoices.noneHint' : 'helpChoices.notYours')}</span>}</p>}
      {open.map((search) => <Search key={search.id} family={family} search={search} onOpen={start} />)}
      {over.length > 0 && (
        <details className={page['folded']}>
          <summary>{text('helpChoices.over')}</summary>
          <div className={page['page']}>{over.map((search) => <Search key={search.id} family={family} search={search} onOpen={start} />)}</div>
        </details>
      )}
      {opened?.kind === 'ask' && <ProposeHelp family={family} onClose={close} onDone={() => finish('proposed')} />}
      {opened?.kind === 'propose' && <ProposeHelp family={family} search={opened.search} onClose={close} onDone={() => finish('proposed')} />}
      {opened?.kind === 'note' && <NoteChoice family={family} search={opened.search} onClose={close} onDone={() => finish('noted')} />}
      {opened?.kind === 'invite' && <InviteChosen family={family} search={opened.search} onClose={close} onDone={() => finish('invited')} />}
      {opened?.kind === 'full' && <NoRoom family={family} search={opened.search} option={opened.option} onClose={close} onDone={() => finish('noted')} />}
      {opened?.kind === 'end' && <EndSearch family={family} search={opened.search} onClose={close} onDone={() => finish('ended')} />}
    </div>
  )
}

type Props = { readonly family: HelpFamily; readonly search: HelpSearch; readonly onOpen: (opened: Opened) => void }

const Search = ({ family, search, onOpen }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { subject, kind, why, area, language, askedBy, askedOn, status, proposals, silent, ended, mayLead } = search
  const [newest, ...earlier] = proposals
  const isBack = useIsBack()
  const chosen = chosenOf(search)
  const isSettled = status === 'JOINED' && chosen?.state === 'ASKED'
  const title = text('helpChoices.of', { kind: text(`helpKind.${kind}`), name: subject.label })
  const about = <VisuallyHidden>: {title}</VisuallyHidden>
  return (
    <Section title={title} tone={status === 'AGAIN' || status === 'DIFFER' || status === 'CHOSEN' ? 'wait' : 'plain'} action={<StatusMark tone={tones[status]}>{text(`helpChoices.status.${status}`)}</StatusMark>}>
      <p dir="auto">{why}</p>
      <p className={page['soft']}>
        {text('helpChoices.asked', { name: askedBy, day: dates.date(askedOn) })} {area !== null && text('helpChoices.where', { area })} {language !== null && text('helpChoices.spoken', { language: language.name })}
      </p>
      {status !== 'ENDED' && !isBack && <p><strong>{text(`helpChoices.next.${status}`, { names: silent.join(', '), organisation: chosen?.organisation.name ?? '' })}</strong> {status === 'CHOSEN' && silent.length > 0 && text('helpChoices.alsoSilent', { names: silent.join(', ') })}</p>}
      {ended !== null && <p dir="auto">{text(`helpChoices.because.${ended.because}`)}, {dates.date(ended.on)}. {ended.words}</p>}
      {newest !== undefined && <Proposal family={family} search={search} proposal={newest} onOpen={onOpen} isNewest />}
      {mayLead && (
        <div className={page['row']}>
          {status === 'CHOSEN' && chosen !== undefined && <Button onClick={() => onOpen({ kind: 'invite', search })}>{text('helpChoices.invite', { name: chosen.organisation.name })}</Button>}
          <Button kind={status === 'AGAIN' ? 'primary' : 'secondary'} onClick={() => onOpen({ kind: 'propose', search })}>{text('helpChoices.propose')}{about}</Button>
          {search.deciders.length > 0 && !isSettled && <Button kind="quiet" onClick={() => onOpen({ kind: 'note', search })}>{text('helpChoices.note')}{about}</Button>}
          <Button kind="quiet" onClick={() => onOpen({ kind: 'end', search })}>{text('helpChoices.end')}{about}</Button>
        </div>
      )}
      {earlier.length > 0 && (
        <details className={page['folded']}>
          <summary>{text('helpChoices.earlier')}</summary>
          {earlier.map((proposal) => <Proposal key={proposal.id} family={family} search={search} proposal={proposal} onOpen={onOpen} />)}
        </details>
      )}
    </Section>
  )
}

const Proposal = ({ family, search, proposal, onOpen, isNewest = false }: Props & { readonly proposal: ProviderProposal; readonly isNewest?: boolean }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { proposedOn, fewerWhy, options, answers } = proposal
  const none = answers.filter(({ optionId }) => optionId === null)
  return (
    <div className={styles['proposal']}>
      <p className={page['soft']}>{text('helpChoices.proposed', { day: dates.date(proposedOn) })}</p>
      {fewerWhy !== null && <p dir="auto">{text('helpChoices.fewer', { why: fewerWhy })}</p>}
      <ul className={styles['options']}>
        {options.map((option) => {
          const { id, name, organisation, waitWeeks, waitToldOn, state, noRoomWords } = option
          return (
            <li key={id} className={isNewest && id === search.chosenId ? styles['chosen'] : undefined}>
              <p><strong>{organisation.name}</strong> {isNewest && id === search.chosenId && <StatusMark tone="ok">{text('helpChoices.isChosen')}</StatusMark>} {state === 'NO_ROOM' && <StatusMark tone="stop">{text('helpChoices.noRoom')}</StatusMark>} {state === 'ASKED' && <StatusMark tone="wait">{text('helpChoices.isAsked')}</StatusMark>}</p>
              <p dir="auto">{name}</p>
              <p className={page['soft']}>{waitWeeks === null || waitToldOn === null ? text('services.waitUnknown') : text('services.wait', { weeks: waitWeeks, day: dates.date(waitToldOn) })}</p>
              {noRoomWords !== null && <p className={page['soft']} dir="auto">{noRoomWords}</p>}
              {answers.filter(({ optionId }) => optionId === id).map((answer) => <Said key={answer.parent} answer={answer} said={text('helpChoices.saidThis', { name: answer.parent, day: dates.date(answer.on) })} />)}
              {isNewest && search.mayLead && state !== 'NO_ROOM' && (search.status !== 'JOINED' || state === 'OPEN') && <div><Button kind="quiet" onClick={() => onOpen({ kind: 'full', search, option })}>{text('helpChoices.full')}<VisuallyHidden>: {organisation.name}</VisuallyHidden></Button></div>}
            </li>
          )
        })}
      </ul>
      {none.map((answer) => <Said key={answer.parent} answer={answer} said={text('helpChoices.saidNone', { name: answer.parent, day: dates.date(answer.on) })} />)}
    </div>
  )
}

const Said = ({ answer: { notedBy, words }, said }: { readonly answer: ProviderProposal['answers'][number]; readonly said: string }) => {
  const text = useText()
  return (
    <div>
      <p>{said} {notedBy !== null && <span className={page['soft']}>{text('helpChoices.noted', { name: notedBy })}</span>}</p>
      {words !== null && <blockquote className={styles['own']} dir="auto">{words}</blockquote>}
    </div>
  )
}
