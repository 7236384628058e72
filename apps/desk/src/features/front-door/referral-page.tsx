import { CloseReferralDocument, GiveReferralFeedbackDocument, GiveReferralOpinionDocument, NoteFeedbackWordDocument, NoteFirstTalkDocument, ReferralDocument, ReopenReferralDocument, StartCaseDocument, TakeUpAtDoorDocument, type DoorParentPartsFragment, type ReferralOutcome, type ReferralQuery } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice, PageHeading, RadioCards, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { UnkeptWordsDialog } from '../../parts/words-dialog.tsx'
import { familyPath, helpPath, paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { ChildSection, NothingHere, ParentsSection, Received, SenderSection, WaitSection } from './entry-parts.tsx'
import { signalText } from './front-door.ts'
import styles from './front-door.module.css'

type Referral = NonNullable<ReferralQuery['referral']>
type Asking = { readonly kind: 'opinion' | 'feedback' | 'talk' | 'case' } | { readonly kind: 'word'; readonly parent: DoorParentPartsFragment } | { readonly kind: 'end'; readonly outcome: Exclude<ReferralOutcome, 'CASE_STARTED'> }

/** One referral: what was said, the opinion, how triage ends, and what who referred may know. */
export const ReferralPage = () => {
  const { entryId = '' } = useParams()
  const [asked, again] = useQuery({ query: ReferralDocument, variables: { referralId: entryId }, requestPolicy: 'cache-and-network' })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ referral }) => referral === null ? <NothingHere /> : <Open referral={referral} />}
    </Answered>
  )
}

const Open = ({ referral }: { readonly referral: Referral }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [asking, setAsking] = useState<Asking>()
  const take = useCommand(TakeUpAtDoorDocument), reopen = useCommand(ReopenReferralDocument)
  const { id, item, child, parents, referrer, family, story, urgencyReason, opinions, firstTalkOn, feedback, mayTellReferrer, end } = referral
  const title = text('frontDoor.referral', { code: item.code })
  return (
    <div className={styles['page']}>
      <p><Link to={paths.frontDoor}>{text('frontDoor.back')}</Link></p>
      <PageHeading title={title}>{title}</PageHeading>
      <Received item={item} />
      {end === null && !item.isMine && (
        <div className={styles['row']}><Button busy={take.busy} onClick={() => { void take.run({ entryId: id }) }}>{item.takenUpBy === null ? text('frontDoor.takeUp') : text('frontDoor.takeOver', { name: item.takenUpBy })}</Button></div>
      )}
      <SaidNo refusal={take.refusal ?? reopen.refusal} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {child === null ? <Notice>{text('frontDoor.erased')}</Notice> : <ChildSection child={child} />}
          <Said title={text('frontDoor.familyWords')} words={family} />
          <Said title={text('frontDoor.story')} words={story} />
          <Said title={text('frontDoor.urgencyReason')} words={urgencyReason} />
          <Seen referral={referral} />
          <ParentsSection parents={parents} />
          <SenderSection sender={referrer} title={text('frontDoor.referrer')} />
        </div>
        <div className={styles['column']}>
          <WaitSection item={item}>
            {firstTalkOn === null ? <Button kind="secondary" onClick={() => setAsking({ kind: 'talk' })}>{text('frontDoor.firstTalk')}</Button> : <p>{text('frontDoor.firstTalkWas', { day: dates.date(firstTalkOn) })}</p>}
          </WaitSection>
          <Section title={text('frontDoor.opinion')} action={end === null && <Button kind="secondary" onClick={() => setAsking({ kind: 'opinion' })}>{text('frontDoor.opinion.add')}</Button>}>
            {opinions.length === 0 && <p>{text('frontDoor.opinion.none')} <span className={styles['soft']}>{text('frontDoor.opinionHint')}</span></p>}
            {opinions.map((opinion) => <blockquote key={opinion.id} className={styles['quote']}><p className={styles['words']} dir="auto">{opinion.text}</p><footer className={styles['soft']}>{text('frontDoor.end.by', { name: opinion.by, day: dates.date(dates.dateOf(opinion.at)) })}</footer></blockquote>)}
          </Section>
          <Section title={text('frontDoor.end')}>
            {end === null ? (
              <>
                <p className={styles['soft']}>{text(opinions.length === 0 ? 'frontDoor.end.needsOpinion' : 'frontDoor.end.hint')}</p>
                {opinions.length > 0 && (
                  <div className={styles['row']}>
                    {child !== null && <Button onClick={() => setAsking({ kind: 'case' })}>{text('frontDoor.end.case')}</Button>}
                    {(['ADVICE_ENOUGH', 'REFERRED_ELSEWHERE', 'WITHDRAWN'] as const).map((outcome) => <Button key={outcome} kind="secondary" onClick={() => setAsking({ kind: 'end', outcome })}>{text(`frontDoor.outcome.${outcome}`)}</Button>)}
                  </div>
                )}
              </>
            ) : (
              <>
                <p><StatusMark tone="ok">{text(`frontDoor.outcome.${end.outcome}`)}</StatusMark> <span className={styles['soft']}>{text('frontDoor.end.by', { name: end.by, day: dates.date(dates.dateOf(end.at)) })}</span></p>
                {end.words !== null && <p className={styles['words']} dir="auto">{end.words}</p>}
                {end.outcome === 'CASE_STARTED' ? <div className={styles['row']}><Link to={familyPath(id)}>{text('frontDoor.end.toFile')}</Link><Link to={helpPath(id)}>{text('frontDoor.end.toHelp')}</Link></div> : <Button kind="quiet" busy={reopen.busy} onClick={() => { void reopen.run({ referralId: id }) }}>{text('frontDoor.end.reopen')}</Button>}
              </>
            )}
          </Section>
          <Section title={text('frontDoor.feedback')} action={mayTellReferrer && <Button kind="secondary" onClick={() => setAsking({ kind: 'feedback' })}>{text('frontDoor.feedback.write')}</Button>}>
            <p className={styles['soft']}>{text('frontDoor.feedback.hint')}</p>
            <ul className={styles['plain']}>
              {parents.map((parent) => (
                <li key={parent.id} className={styles['row']}>
                  <span>{text(parent.feedbackWord === null ? 'frontDoor.feedback.saidNothing' : parent.feedbackWord.agreed ? 'frontDoor.feedback.saidYes' : 'frontDoor.feedback.saidNo', { name: parent.firstName })}</span>
                  <Button kind="quiet" onClick={() => setAsking({ kind: 'word', parent })}>{text('frontDoor.feedback.word', { name: parent.firstName })}</Button>
                </li>
              ))}
            </ul>
            {feedback !== null && <><h3 className={styles['soft']}>{text('frontDoor.feedback.given', { day: dates.date(dates.dateOf(feedback.at)) })}</h3><p className={styles['words']} dir="auto">{feedback.text}</p></>}
          </Section>
        </div>
      </div>
      {asking !== undefined && <Ask asking={asking} referral={referral} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

const Said = ({ title, words }: { readonly title: string; readonly words: string | null }) => words !== null && <Section title={title}><p className={styles['words']} dir="auto">{words}</p></Section>

const Seen = ({ referral: { ticked } }: { readonly referral: Referral }) => {
  const text = useText()
  return (
    <Section title={text('frontDoor.seen')}>
      {ticked.length === 0 && <p className={styles['soft']}>{text('frontDoor.nothingTicked')}</p>}
      {ticked.map(({ group, about, signals }, index) => (
        <div key={index}>
          <h3 className={styles['group']}>{text(`door.group.${group.toLowerCase() as 'child'}`)}{about !== null && <span className={styles['soft']}> · {about}</span>}</h3>
          <ul className={styles['signals']}>{signals.map((signal) => <li key={signal}>{text(signalText(group, signal))}</li>)}</ul>
        </div>
      ))}
    </Section>
  )
}

type AskProps = { readonly referral: Referral; readonly onClose: () => void }

const Ask = ({ asking, ...props }: AskProps & { readonly asking: Asking }) => {
  switch (asking.kind) {
    case 'opinion': return <OpinionDialog {...props} />
    case 'feedback': return <FeedbackDialog {...props} />
    case 'talk': return <TalkDialog {...props} />
    case 'word': return <WordDialog parent={asking.parent} {...props} />
    case 'end': return <EndDialog outcome={asking.outcome} {...props} />
    case 'case': return <CaseDialog {...props} />
  }
}

const OpinionDialog = ({ referral: { id }, onClose }: AskProps) => {
  const text = useText()
  const give = useCommand(GiveReferralOpinionDocument)
  return <UnkeptWordsDialog title={text('frontDoor.opinion.add')} label={text('frontDoor.opinion.words')} hint={text('frontDoor.opinionHint')} sendLabel={text('action.save')} command={give} onSend={(words) => give.run({ referralId: id, text: words })} onClose={onClose} />
}

const FeedbackDialog = ({ referral: { id }, onClose }: AskProps) => {
  const text = useText()
  const give = useCommand(GiveReferralFeedbackDocument)
  return <UnkeptWordsDialog title={text('frontDoor.feedback')} label={text('frontDoor.feedback.words')} sendLabel={text('action.send')} command={give} onSend={(words) => give.run({ referralId: id, text: words })} onClose={onClose} />
}

const EndDialog = ({ referral: { id }, outcome, onClose }: AskProps & { readonly outcome: Exclude<ReferralOutcome, 'CASE_STARTED'> }) => {
  const text = useText()
  const close = useCommand(CloseReferralDocument)
  return <UnkeptWordsDialog title={text(`frontDoor.outcome.${outcome}`)} label={text(`frontDoor.end.words.${outcome}`)} sendLabel={text('frontDoor.end')} command={close} onSend={(words) => close.run({ referralId: id, input: { outcome, words } })} onClose={onClose} />
}

const TalkDialog = ({ referral: { id }, onClose }: AskProps) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [on, setOn] = useState(dates.today())
  const note = useCommand(NoteFirstTalkDocument)
  const send = async (): Promise<void> => { if (await note.run({ referralId: id, on })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('frontDoor.firstTalk')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!note.busy) void send() }}>
        <Field label={text('frontDoor.firstTalkOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <EditFoot refusal={note.refusal} busy={note.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const WordDialog = ({ referral: { id }, parent, onClose }: AskProps & { readonly parent: DoorParentPartsFragment }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [agreed, setAgreed] = useState<'yes' | 'no'>()
  const [how, setHow] = useState('')
  const [on, setOn] = useState(dates.today())
  const note = useCommand(NoteFeedbackWordDocument)
  const send = async (): Promise<void> => { if (agreed !== undefined && await note.run({ referralId: id, input: { parentId: parent.id, agreed: agreed === 'yes', how, on } })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('frontDoor.feedback')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!note.busy) void send() }}>
        <RadioCards inline name="agreed" legend={text('frontDoor.feedback.agreed', { name: parent.firstName })} chosen={agreed} onChoose={setAgreed} options={(['yes', 'no'] as const).map((value) => ({ value, label: text(`frontDoor.feedback.${value}`) }))} />
        <Field label={text('frontDoor.feedback.how')}>{(control) => <input {...control} required value={how} onChange={(event) => setHow(event.target.value)} />}</Field>
        <Field label={text('frontDoor.feedback.on')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <EditFoot refusal={note.refusal} busy={note.busy} disabled={agreed === undefined} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** What a case begins with; who starts it puts right what the form had wrong. */
const CaseDialog = ({ referral: { id, child, parents }, onClose }: AskProps) => {
  const text = useText()
  const go = useNavigate()
  const [name, setName] = useState('')
  const [firstName, setFirstName] = useState(child?.firstName ?? '')
  const [on, setOn] = useState(child?.birthDate ?? child?.dueDate ?? '')
  const [atHome, setAtHome] = useState<readonly string[]>(parents.map((parent) => parent.id))
  const start = useCommand(StartCaseDocument)
  const send = async (): Promise<void> => {
    const done = await start.run({ referralId: id, input: { name, ...(firstName.trim() !== '' && { childFirstName: firstName }), ...(child?.isUnborn === true ? { dueDate: on } : { birthDate: on }), atHome } })
    if (done) void go(familyPath(id))
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('frontDoor.case.title')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!start.busy) void send() }}>
        <p>{text('frontDoor.case.hint')}</p>
        <Field label={text('frontDoor.case.name')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        {child?.isUnborn !== true && <Field label={text('door.child.firstName')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={firstName} onChange={(event) => setFirstName(event.target.value)} />}</Field>}
        <Field label={text(child?.isUnborn === true ? 'door.child.dueDate' : 'door.child.birthDate')}>{(control) => <input {...control} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <fieldset className={styles['checks']}>
          <legend>{text('frontDoor.case.atHome')}</legend>
          {parents.map((parent) => <label key={parent.id}><input type="checkbox" checked={atHome.includes(parent.id)} onChange={() => setAtHome((now) => now.includes(parent.id) ? now.filter((one) => one !== parent.id) : [...now, parent.id])} />{parent.firstName}</label>)}
        </fieldset>
        <EditFoot refusal={start.refusal} busy={start.busy} sendLabel={text('frontDoor.case.start')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
