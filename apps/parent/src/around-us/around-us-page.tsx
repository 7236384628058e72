import { AroundUsDocument, type AroundUsQuery } from '@samenspel/graphql-documents/parent-pages'
import { PageHeading, QueryState, useDates } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { AsksLink } from '../asks/asks-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import styles from '../own-data/own-data.module.css'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'

type Family = AroundUsQuery['families']['nodes'][number]

/** The people and places of the family as the file has them, for the parent who reads it; in words, without a picture to decipher. */
export const AroundUsPage = () => {
  const text = usePageText()
  const [asked, ask] = useQuery({ query: AroundUsDocument })
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('around.title')}>{text('around.title')}</PageHeading>
        <p className={styles['intro']}>{text('around.intro')}</p>
      </div>
      <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }} isEmpty={({ families }) => families.nodes.length === 0} empty={<p>{text('around.empty')}</p>}>
        {({ families: { nodes: [family] } }) => family === undefined ? null : <OurPeople family={family} />}
      </QueryState>
    </Page>
  )
}

const OurPeople = ({ family }: { readonly family: Family }) => {
  const text = usePageText()
  const { me } = useFamilyView()
  const dates = useDates(family.zone)
  const today = dates.today()
  const isNow = ({ until }: { readonly until: string | null }) => until === null || until >= today
  const people = family.members.filter((member) => member.isErased !== true && isNow(member))
  const tiesOf = (id: string): readonly string[] => {
    const dyads = family.dyads.filter((dyad) => dyad.memberIds.includes(id) && isNow(dyad))
    const days = dyads.flatMap(({ careDays }) => careDays).map((day) => dates.weekday(`2024-01-0${day}`))
    return [...new Set(dyads.flatMap(({ tie }) => tie === null ? [] : [text(`around.tie.${tie}`)])), ...days.length === 0 ? [] : [text('around.days', { days: days.join(', ') })]]
  }
  const person = ({ id, role, firstName, age }: Family['members'][number], more: readonly string[]) => <Who key={id} name={firstName} what={[id === me?.id ? text('around.you') : text(`around.role.${role}`), age, ...more]} />
  const atHome = people.filter(({ inHousehold }) => inHousehold)
  const elsewhere = people.filter(({ inHousehold }) => !inHousehold)
  const places = family.supports.filter(isNow)
  return (
    <div className={styles['stack']}>
      <Part title={text('around.home')}>{atHome.map((one) => person(one, []))}</Part>
      {elsewhere.length > 0 && <Part title={text('around.people')}>{elsewhere.map((one) => person(one, tiesOf(one.id)))}</Part>}
      {places.length > 0 && <Part title={text('around.places')}>{places.map(({ id, name, kind, tie, helps }) => <Who key={id} name={name} what={[text(`around.support.${kind}`), tie === null ? null : text(`around.tie.${tie}`), helps]} />)}</Part>}
      {family.team.length > 0 && <Part title={text('around.team')}>{family.team.map(({ id, professional }) => <Who key={id} name={professional.name} what={[professional.title, professional.organisation.name]} />)}</Part>}
      <AsksLink />
      <p><Link href={paths.ownData}>{text('around.wrong')}</Link></p>
    </div>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2 className={styles['title']}>{title}</h2>
    <ul className={styles['list']}>{children}</ul>
  </section>
)

const Who = ({ name, what }: { readonly name: string; readonly what: readonly (string | null)[] }) => (
  <li className={styles['item']}>
    <strong dir="auto">{name}</strong>
    <span className={styles['soft']} dir="auto">{what.filter((part) => part !== null && part !== '').join(' · ')}</span>
  </li>
)
