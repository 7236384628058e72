import { PartnersToInviteDocument, type Category, type Discipline, type SharingInput } from '@samenspel/graphql-documents/desk'
import { Field } from '@samenspel/ui'
import { useQuery } from 'urql'
import fields from '../../parts/fields.module.css'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectOf } from '../family/subjects.ts'
import { recipientKey, recipientOf, sharedCategories, type ConsentFamily } from './consents.ts'

export type Sharing = { readonly subject: string; readonly category: Category | ''; readonly recipient: string; readonly from: string; readonly until: string }

/** What is filled in at first: the child, today, and nothing chosen; or about whom and with whom it was begun. */
export const newSharing = (family: ConsentFamily, today: string, begun: Partial<Sharing> = {}): Sharing =>
  ({ subject: subjectChoices(family)[0]?.key ?? '', category: 'DEVELOPMENT', recipient: '', from: today, until: '', ...begun })

export const sharingInput = ({ subject, category, recipient, from, until }: Sharing): SharingInput => ({
  subject: subjectOf(subject), ...(category !== '' && { category }), recipient: recipientOf(recipient), from, ...(until !== '' && { until }),
})

type Props = { readonly family: ConsentFamily; readonly values: Sharing; readonly onChange: (values: Sharing) => void }

/** Whom it is about, what, who would read it, and when. */
export const SharingFields = ({ family, values, onChange }: Props) => {
  const text = useText()
  const set = (some: Partial<Sharing>) => onChange({ ...values, ...some })
  const organisations = useOrganisations(family)
  const disciplines = [...new Set(family.team.map(({ professional }) => professional.discipline))]
  return (
    <>
      <SubjectSelect label={text('consents.about')} choices={subjectChoices(family)} value={values.subject} onChange={(subject) => set({ subject })} />
      <div className={fields['fields']}>
        <Field label={text('consents.what')}>
          {(control) => (
            <select {...control} value={values.category} onChange={(event) => set({ category: event.target.value as Sharing['category'] })}>
              {sharedCategories.map((category) => <option key={category} value={category}>{text(`consents.category.${category}`)}</option>)}
              <option value="">{text('consents.category.ALL')}</option>
            </select>
          )}
        </Field>
        <Field label={text('consents.who')}>
          {(control) => (
            <select {...control} value={values.recipient} onChange={(event) => set({ recipient: event.target.value })}>
              <option value="">{text('consents.choose')}</option>
              {organisations.map(({ id, name }) => <option key={id} value={recipientKey({ kind: 'ORGANISATION', organisationId: id })}>{name}</option>)}
              {disciplines.map((discipline: Discipline) => <option key={discipline} value={recipientKey({ kind: 'DISCIPLINE', discipline })}>{text('consents.discipline', { discipline: text(`discipline.${discipline}`) })}</option>)}
              <option value={recipientKey({ kind: 'ALL' })}>{text('consents.everybody')}</option>
            </select>
          )}
        </Field>
      </div>
      <div className={fields['fields']}>
        <Field label={text('consents.from')}>{(control) => <input {...control} type="date" value={values.from} onChange={(event) => set({ from: event.target.value })} />}</Field>
        <Field label={text('consents.untilLabel')} hint={text('consents.untilHint')}>{(control) => <input {...control} type="date" min={values.from} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
      </div>
    </>
  )
}

/** Organisations of the team, and, for who coordinates, others of the region. */
const useOrganisations = (family: ConsentFamily): readonly { readonly id: string; readonly name: string }[] => {
  const [{ data }] = useQuery({ query: PartnersToInviteDocument, variables: { familyId: family.id }, pause: !family.can.coordinate })
  const all = [...family.team.map(({ professional }) => professional.organisation), ...(data?.partnersToInvite ?? []).map(({ organisation }) => organisation)]
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
