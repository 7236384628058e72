import { ChooseProviderDocument, type HelpForParentsQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice, RadioCards } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'

type Search = HelpForParentsQuery['families']['nodes'][number]['helpSearches'][number]
type Option = Search['proposals'][number]['options'][number]
type Props = { readonly familyId: string; readonly search: Search }

const none = 'none'

/** What help is meant, who could give it, and one's own choice: one of them, or none. It can be made anew, and needs no reason. */
export const HelpCard = ({ familyId, search }: Props) => {
  const text = usePageText()
  const id = useId()
  const { dates } = useFamilyView()
  const { subject, why, askedBy, askedOn, status, proposals, silent, chosenId, ended, isForYou, mayAnswer } = search
  const [isChanging, setChanging] = useState(false)
  const [proposal, ...earlier] = proposals
  const chosen = proposals.flatMap(({ options }) => options).find((option) => option.id === chosenId)
  const isChoosing = isForYou || isChanging
  const nameOf = (optionId: string | null) => proposal?.options.find((option) => option.id === optionId)?.organisation.name ?? text('choosing.none')
  return (
    <Card labelledBy={id} tone={isForYou ? 'wait' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text('choosing.question', { name: subject.label })}</h2>
        <p dir="auto">{why}</p>
        <p className={styles['soft']}>{text('sharing.askedBy', { name: askedBy, day: dates.day(askedOn) })}</p>
        {proposal !== undefined && proposal.fewerWhy !== null && <p dir="auto">{text('choosing.onlyOne')} {proposal.fewerWhy}</p>}
        {!isForYou && status !== 'ENDED' && <p><b>{text(`choosing.status.${status}`, { organisation: chosen?.organisation.name ?? '', names: silent.join(', ') })}</b></p>}
        {ended !== null && <p dir="auto">{text(`choosing.ended.${ended.because}`)} {ended.words}</p>}
        {proposal !== undefined && !isChoosing && proposal.answers.map((answer) => (
          <div key={answer.parent}>
            <p>{answer.isYours ? text('choosing.youChose', { what: nameOf(answer.optionId) }) : text('choosing.otherChose', { name: answer.parent, what: nameOf(answer.optionId) })}</p>
            {answer.words !== null && <p className={styles['soft']} dir="auto">“{answer.words}”</p>}
          </div>
        ))}
        {proposal !== undefined && isChoosing && <Choose familyId={familyId} search={search} proposal={proposal} onDone={() => { setChanging(false) }} />}
        {proposal !== undefined && !isChoosing && !mayAnswer && status !== 'ENDED' && <ul>{proposal.options.map((option) => <li key={option.id}><About option={option} /></li>)}</ul>}
        {mayAnswer && !isChoosing && <div><Button kind="quiet" onClick={() => { setChanging(true) }}>{text('choosing.change')}</Button></div>}
        {isForYou && <p className={styles['soft']}>{text('choosing.free')}</p>}
        {earlier.length > 0 && <details><summary>{text('choosing.earlier')}</summary><ul>{earlier.flatMap(({ options }) => options).map((option) => <li key={option.id}>{option.organisation.name}{option.state === 'NO_ROOM' && `: ${text('choosing.noRoom')}`}</li>)}</ul></details>}
      </div>
    </Card>
  )
}

const Choose = ({ familyId, search, proposal, onDone }: { readonly familyId: string; readonly search: Search; readonly proposal: Search['proposals'][number]; readonly onDone: () => void }) => {
  const text = usePageText()
  const { state, send } = useCommand(ChooseProviderDocument)
  const draft = useDraft(familyId, `help ${search.id}`)
  const own = proposal.answers.find(({ isYours }) => isYours)
  const [choice, setChoice] = useState(own === undefined ? undefined : own.optionId ?? none)
  const save = async () => {
    if (state.kind === 'busy' || choice === undefined) return
    const done = await send({ familyId, searchId: search.id, proposalId: proposal.id, ...(choice !== none && { optionId: choice }), ...(draft.text.trim() !== '' && { words: draft.text }) })
    if (done === undefined) return
    draft.drop()
    onDone()
  }
  return (
    <form className={styles['part']} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <RadioCards
        name={`help-${search.id}`} legend={text('choosing.choose')} chosen={choice} onChoose={setChoice}
        options={[...proposal.options.map((option) => ({ value: option.id, label: <About option={option} /> })), { value: none, label: <>{text('choosing.noneOfThese')} <span className={styles['soft']}>{text('choosing.noneHint')}</span></> }]}
      />
      <Field label={text('choosing.words')} hint={text('choosing.wordsHint')}>{(control) => <textarea {...control} rows={3} dir="auto" value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}</Field>
      <Button wide type="submit" busy={state.kind === 'busy'} disabled={choice === undefined}>{text('choosing.send')}</Button>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
    </form>
  )
}

/** Who it is, what they do, and how long one waits as they told it. */
const About = ({ option: { organisation, name, about, waitWeeks, waitToldOn, state } }: { readonly option: Option }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  return (
    <>
      <b>{organisation.name}</b><br /><span dir="auto">{name}</span>{about !== null && <><br /><span className={styles['soft']} dir="auto">{about}</span></>}
      <br /><span className={styles['soft']}>{state === 'NO_ROOM' ? text('choosing.noRoom') : waitWeeks === null || waitToldOn === null ? text('choosing.waitUnknown') : text('choosing.wait', { weeks: waitWeeks, day: dates.day(waitToldOn) })}</span>
    </>
  )
}
