import { ChoosePlanVariantDocument, type PlanVariant } from '@samenspel/graphql-documents/desk'
import { RadioCards, VisuallyHidden } from '@samenspel/ui'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { placeOf, type PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'

const variants = ['HEAVY', 'LIGHT'] as const satisfies readonly PlanVariant[]

const useNeedsInWords = ({ plan: { needs, versions } }: PlanFamily): string => {
  const text = useText()
  const inForce = versions[0]?.state === 'IN_FORCE' ? versions[0] : undefined
  const open = needs.filter(({ isMet }) => !isMet).length
  if (open > 0) return text('familyPlan.needs.some', { count: open })
  return inForce === undefined ? text('familyPlan.needs.all') : text('familyPlan.needs.inForce', { number: inForce.number })
}

/** How far the plan is, in a line above it that leads to what it still asks, where that stands below it. */
export const PlanNeedsBelow = ({ family }: { readonly family: PlanFamily }) => {
  const state = useNeedsInWords(family)
  return family.can.coordinate && <p className={styles['below']}><a href="#vraagt">{state}</a></p>
}

/** What the plan still asks before it can hold (K-04, K-12), each with the place where it is done; for who coordinates, since others read less of it than there is. */
export const PlanNeeds = ({ family }: { readonly family: PlanFamily }) => {
  const text = useText()
  const choose = useCommand(ChoosePlanVariantDocument)
  const { needs, variant } = family.plan
  const state = useNeedsInWords(family)
  if (!family.can.coordinate) return null
  return (
    <Section title={text('familyPlan.needs')} tone="plain">
      <div className={styles['list']}>
        <RadioCards
          name="variant" inline legend={text('familyPlan.variant')} chosen={variant} onChoose={(chosen) => { void choose.run({ familyId: family.id, variant: chosen }) }}
          options={variants.map((value) => ({ value, label: text(`familyPlan.variant.${value}`) }))}
        />
        <SaidNo refusal={choose.refusal} />
        <p>{state}</p>
      </div>
      <ul className={styles['needs']}>
        {needs.map(({ requirement, isMet }) => {
          const place = placeOf(requirement, family.id)
          const label = text(`requirement.${requirement}`)
          return (
            <li key={requirement} data-met={isMet ? 'yes' : 'no'}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{isMet ? <path d="M3.5 8.5l3 3 6-7" /> : <circle cx="8" cy="8" r="5" />}</svg>
              <span>
                <VisuallyHidden>{text(isMet ? 'familyPlan.there' : 'familyPlan.missing')}: </VisuallyHidden>
                {isMet ? label : place.startsWith('#') ? <a href={place}>{label}</a> : <Link to={place}>{label}</Link>}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
