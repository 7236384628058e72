import { NetworkDocument } from '@samenspel/graphql-documents/desk'
import { Ecomap, Genogram } from '@samenspel/pictures'
import { Button, Notice, PageHeading, useDates } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { consentsPath, parentSignInsPath, plannerPath, safeguardsPath, weekPath } from '../../shell/paths.ts'
import { useKnownAt } from '../../shell/looking-back.tsx'
import { FamilyNav } from '../family/family-nav.tsx'
import { RecordLoss } from '../silence/record-loss.tsx'
import { AddDyad, DyadPanel } from './dyad-panel.tsx'
import { ecomapOf, genogramOf } from './drawn.ts'
import { Birth, expectedIn, LookAgain, Move, NewPartner, Separation, type Happening } from './happenings.tsx'
import { AddMember, MemberPanel } from './member-panel.tsx'
import { isHere, withoutAuthority, type NetworkFamily } from './network.ts'
import styles from './network.module.css'
import { SupportPanel } from './support-panel.tsx'

/** The address of a family's people and network. */
export const NetworkPage = () => {
  const { familyId = '' } = useParams()
  return <OneFamily key={familyId} familyId={familyId} />
}

const OneFamily = ({ familyId }: { readonly familyId: string }) => {
  const [asked, again] = useQuery({ query: NetworkDocument, variables: { id: familyId, knownAt: useKnownAt()?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : <OfFamily family={family} readAgain={readAgain} />}</Answered>
}

/** What stands beside the pictures: somebody or something that was chosen, something to add, or something that happened. */
type Beside = { readonly kind: 'chosen'; readonly id: string } | { readonly kind: 'member' | 'dyad' | 'support' | Happening } | { readonly kind: 'done'; readonly what: Happening }

const OfFamily = ({ family, readAgain }: { readonly family: NetworkFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const today = dates.today()
  const [beside, setBeside] = useState<Beside>()
  const side = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const mayEdit = family.can.coordinate && family.closing === null
  const genogram = genogramOf(text, family)
  const ecomap = ecomapOf(text, family, today)
  const gone = family.members.filter((member) => !isHere(member, today))
  const open = (next: Beside): void => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setBeside(next)
  }
  const choose = (id: string): void => open({ kind: 'chosen', id })
  const close = (): void => { setBeside(undefined); opener.current?.focus() }
  // Whoever opens something beside the picture goes on there, also by keyboard, also where it stands below.
  useEffect(() => { if (beside !== undefined) { side.current?.focus(); side.current?.scrollIntoView?.({ block: 'nearest' }) } }, [beside])
  const chosen = beside?.kind === 'chosen' ? beside.id : undefined
  const shared = { family, readAgain, onClose: close, onDone: (what: Happening) => setBeside({ kind: 'done', what }) }
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <div className={styles['head']}>
        <PageHeading title={`${text('network.title')}: ${family.name}`}>{text('network.title')}: {family.name}</PageHeading>
        <Button kind="secondary" onClick={() => window.print()}>{text('network.print')}</Button>
      </div>
      <Prompts family={family} />
      <div className={styles['columns']}>
        <div className={page['main']}>
          <Section title={text('network.genogram')}>
            <Genogram title={text('network.genogramOf', { family: family.name })} people={genogram.people} ties={genogram.ties} chosen={chosen} onChoose={choose} />
          </Section>
          <Section title={text('network.ecomap')}>
            <Ecomap title={text('network.ecomapOf', { family: family.name })} household={ecomap.household} nodes={ecomap.nodes} chosen={chosen} onChoose={(id) => choose(id.replace(/^tie-/, ''))} />
          </Section>
          {gone.length > 0 && (
            <Section title={text('network.gone')}>
              <ul className={styles['bonds']}>{gone.map((member) => <li key={member.id}><button type="button" className={styles['link']} onClick={() => choose(member.id)}>{member.firstName}</button> {member.until !== null && text('network.untilDay', { day: dates.date(member.until) })}</li>)}</ul>
            </Section>
          )}
          {family.homes.length > 0 && (
            <Section title={text('network.homes')}>
              <ul className={styles['bonds']}>{family.homes.map(({ address, from }, index) => <li key={`${address} ${String(from)}`}>{[address, from === null ? undefined : text('network.sinceDay', { day: dates.date(from) }), index === 0 ? undefined : text('network.livedBefore')].filter((part) => part !== undefined).join(' · ')}</li>)}</ul>
              <p className={page['soft']}>{text('network.homesHint')}</p>
            </Section>
          )}
        </div>
        <div ref={side} tabIndex={-1} className={styles['side']} data-print="never">
          {chosen !== undefined && <Chosen family={family} id={chosen} mayEdit={mayEdit} readAgain={readAgain} onChoose={choose} onClose={close} />}
          {beside?.kind === 'member' && <AddMember family={family} onDone={close} onClose={close} />}
          {beside?.kind === 'dyad' && <AddDyad family={family} onDone={close} onClose={close} />}
          {beside?.kind === 'support' && <SupportPanel family={family} support={undefined} mayEdit readAgain={readAgain} onClose={close} />}
          {beside?.kind === 'birth' && <Birth {...shared} />}
          {beside?.kind === 'separation' && <Separation {...shared} />}
          {beside?.kind === 'partner' && <NewPartner {...shared} />}
          {beside?.kind === 'move' && <Move {...shared} />}
          {beside?.kind === 'done' && <LookAgain what={beside.what} links={linksAfter(text, family, beside.what)} onClose={close} />}
          {beside === undefined && (
            <Section title={text('network.what')}>
              <div className={styles['stack']}>
                <p>{text(mayEdit ? 'network.pointHint' : 'network.pointHintRead')}</p>
                {mayEdit && (
                  <>
                    <div className={styles['actions']}>
                      <Button kind="secondary" onClick={() => open({ kind: 'member' })}>{text('network.addMember')}</Button>
                      <Button kind="secondary" onClick={() => open({ kind: 'dyad' })}>{text('network.addDyad')}</Button>
                      <Button kind="secondary" onClick={() => open({ kind: 'support' })}>{text('network.addSupport')}</Button>
                    </div>
                    <h3>{text('network.happened')}</h3>
                    <div className={styles['actions']}>
                      {expectedIn(family).length > 0 && <Button kind="secondary" onClick={() => open({ kind: 'birth' })}>{text('network.birth')}</Button>}
                      <Button kind="secondary" onClick={() => open({ kind: 'move' })}>{text('network.move')}</Button>
                      <Button kind="secondary" onClick={() => open({ kind: 'separation' })}>{text('network.separation')}</Button>
                      <Button kind="secondary" onClick={() => open({ kind: 'partner' })}>{text('network.partner')}</Button>
                    </div>
                  </>
                )}
                <RecordLoss family={family} />
              </div>
            </Section>
          )}
        </div>
      </div>
    </div>
  )
}

type ChosenProps = { readonly family: NetworkFamily; readonly id: string; readonly mayEdit: boolean; readonly readAgain: () => void; readonly onChoose: (id: string) => void; readonly onClose: () => void }

const Chosen = ({ family, id, mayEdit, readAgain, onChoose, onClose }: ChosenProps) => {
  const member = family.members.find((one) => one.id === id)
  const dyad = family.dyads.find((one) => one.id === id)
  const support = family.supports.find((one) => one.id === id)
  if (member !== undefined) return <MemberPanel key={id} family={family} member={member} mayEdit={mayEdit} readAgain={readAgain} onChoose={onChoose} onClose={onClose} />
  if (dyad !== undefined) return <DyadPanel key={id} family={family} dyad={dyad} mayEdit={mayEdit} readAgain={readAgain} onClose={onClose} />
  return support === undefined ? null : <SupportPanel key={id} family={family} support={support} mayEdit={mayEdit} readAgain={readAgain} onClose={onClose} />
}

/** What is still unknown and asks for somebody: a child of whom nobody's authority is recorded. */
const Prompts = ({ family }: { readonly family: NetworkFamily }) => {
  const text = useText()
  const children = family.can.coordinate ? withoutAuthority(family) : []
  return children.length === 0 ? null : (
    <Notice tone="wait">
      {text('network.authorityUnknown', { names: new Intl.ListFormat(document.documentElement.lang || 'nl').format(children.map(({ firstName }) => firstName)) })} <Link to={safeguardsPath(family.id)}>{text('network.toAuthority')}</Link>
    </Notice>
  )
}

const linksAfter = (text: ReturnType<typeof useText>, family: NetworkFamily, what: Happening): readonly React.ReactNode[] => {
  const count = family.consents.filter(({ state }) => state === 'IN_FORCE' || state === 'COMING').length
  const consents = <Link key="consents" to={consentsPath(family.id)}>{text('network.look.consents', { count })}</Link>
  const authority = <Link key="authority" to={safeguardsPath(family.id)}>{text(what === 'separation' ? 'network.look.authorityApart' : 'network.look.authority')}</Link>
  const week = <Link key="week" to={weekPath(family.id)}>{text('network.look.week')}</Link>
  const planner = <Link key="planner" to={plannerPath(family.id)}>{text('network.look.planner')}</Link>
  const signIns = <Link key="signIns" to={parentSignInsPath(family.id)}>{text('network.look.signIns')}</Link>
  switch (what) {
    case 'birth': return [authority, consents, week]
    case 'separation': return [authority, consents, week, planner]
    case 'partner': return [consents, week, signIns]
    case 'move': return [week, planner]
  }
}
