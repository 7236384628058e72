import { FamilyMap, type Around, type Relative, type Tie } from '@samenspel/pictures'
import { useDates } from '@samenspel/ui'
import type { MemberRole } from '@samenspel/graphql-documents/desk'
import { firstNameOf, numberOf } from '../../parts/members.ts'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { signOf } from '../network/drawn.ts'
import { RecordLoss } from '../silence/record-loss.tsx'
import { PartByPart } from '../safeguards/part-by-part.tsx'
import { dyadWord, tieKindOf } from './dyads.ts'
import type { Family } from './family.ts'
import styles from './who-is-who.module.css'

const parentRoles: ReadonlySet<MemberRole> = new Set<MemberRole>(['MOTHER', 'FATHER'])
const generations: Partial<Record<MemberRole, Relative['generation']>> = { GRANDPARENT: 0, CHILD: 2, UNBORN_CHILD: 2, SIBLING: 2 }

/** Who belongs to the family and how, who has authority, who works in the team. */
export const WhoIsWho = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const relatives: readonly Relative[] = family.members.map((member) => ({
    id: member.id,
    name: member.firstName,
    note: member.isErased === true ? undefined : member.age ?? text(`role.${member.role}`),
    sign: signOf(member),
    generation: generations[member.role] ?? 1,
    isIndexChild: member.isIndexChild,
    isUnborn: member.role === 'UNBORN_CHILD',
    isPassed: member.passed !== null,
    inHousehold: member.inHousehold,
  }))
  const dyads = family.dyads.flatMap((dyad): readonly (Tie & { readonly note: string | null })[] => {
    const [one, other] = dyad.memberIds
    if (one === undefined || other === undefined) return []
    const word = dyadWord(dyad.kind)
    return [{ id: dyad.id, between: [one, other], kind: tieKindOf(dyad.kind), label: [word === undefined ? dyad.kind : text(word), dyad.note].filter(Boolean).join('. '), note: dyad.note }]
  })
  const parents: readonly Tie[] = family.authorities
    .filter(({ adult, child, status }) => status !== 'NONE' && parentRoles.has(family.members.find((member) => member.id === adult)?.role ?? 'OTHER') && !dyads.some((dyad) => dyad.between.includes(adult) && dyad.between.includes(child)))
    .map(({ adult, child }) => ({ id: `${adult}-${child}`, between: [adult, child], kind: 'parent-child', label: text('dyad.parentAndChild') }))
  const around: readonly Around[] = [...Map.groupBy(family.team, (member) => member.professional.organisation.name)]
    .map(([name, members]) => ({ id: name, name, people: members.map((member) => member.professional.name).join(', ') }))
  return (
    <Section title={text('who.title')}>
      <div className={styles['who']}>
        <FamilyMap title={text('who.picture', { family: family.name })} relatives={relatives} ties={[...dyads, ...parents]} around={around} />
        <div className={styles['facts']}>
          {family.team.length > 0 && (
            <div>
              <h3>{text('who.team')}</h3>
              <ul className={styles['team']}>
                {family.team.map((member) => (
                  <li key={member.id}>
                    <strong>{member.professional.name}</strong> <span className={styles['soft']}>
                      {[
                        member.professional.title,
                        member.professional.organisation.name,
                        member.isCoordinator ? text('who.coordinator') : undefined,
                        member.isSubstitute ? text('who.substitute') : undefined,
                        member.isCoach ? text('who.coach') : undefined,
                        member.consentUntil === null ? undefined : text('who.consentUntil', { day: dates.date(member.consentUntil) }),
                      ].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {family.authorities.length > 0 && (
            <div>
              <h3>{text('who.authority')}</h3>
              <ul className={styles['team']}>
                {family.authorities.map((authority) => (
                  <li key={authority.child + authority.adult + String(authority.from)}>{text(`who.authority.${authority.status}`, { adult: nameOf(authority.adult), child: nameOf(authority.child) })}</li>
                ))}
              </ul>
            </div>
          )}
          {dyads.some((dyad) => dyad.note !== null) && (
            <div>
              <h3>{text('who.dyads')}</h3>
              <ul className={styles['team']}>
                {dyads.filter((dyad) => dyad.note !== null).map((dyad) => <li key={dyad.id}><strong>{dyad.between.map(nameOf).join(' – ')}</strong> {dyad.note}</li>)}
              </ul>
            </div>
          )}
          <RecordLoss family={family} />
          <PartByPart
            family={family}
            parts={[
              ...family.members.filter(({ isErased }) => isErased !== true).map(({ id, firstName }) => ({ kind: 'MEMBER' as const, id, name: text('who.dataOf', { name: firstName }) })),
              ...dyads.map(({ id, between, label }) => ({ kind: 'DYAD' as const, id, name: `${between.map(nameOf).join(' – ')}: ${label}` })),
              ...family.team.map(({ id, professional: { name, title } }) => ({ kind: 'TEAM_MEMBER' as const, id, name: [name, title].filter(Boolean).join(', ') })),
            ]}
          />
          {family.can.coordinate && (
            <details>
              <summary>{text('who.numbers')}</summary>
              <p>{text('who.numbers.why')}</p>
              <ul className={styles['team']}>
                {family.members.filter(({ isErased }) => isErased !== true).map(({ id, firstName }) => <li key={id}><strong>{firstName}</strong> {text('who.number', { number: numberOf(id) })}</li>)}
              </ul>
            </details>
          )}
        </div>
      </div>
    </Section>
  )
}
