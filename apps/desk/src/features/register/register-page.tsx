import { OrganisationRegisterDocument } from '@samenspel/graphql-documents/desk'
import { buttonClass, PageHeading } from '@samenspel/ui'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { importPath } from '../../shell/paths.ts'
import { PlacesSection } from './places-section.tsx'
import styles from './register.module.css'
import { StaffSection } from './staff-section.tsx'

/** Who works for the organisation and where families come, for who keeps its register. */
export const RegisterPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: OrganisationRegisterDocument })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('register.title')}>{text('register.title')}</PageHeading>
      <Answered asked={asked} onRetry={readAgain}>
        {({ organisationRegister: register }) => (
          <>
            <p className={styles['intro']}>{text('register.intro', { name: register.name })}</p>
            <StaffSection register={register} />
            <PlacesSection register={register} readAgain={readAgain} />
            <Section title={text('register.others')}>
              <p className={styles['intro']}>{text('register.others.text')}</p>
              <p><Link className={buttonClass('secondary')} to={importPath('ORGANISATIONS')}>{text('register.importOrganisations')}</Link></p>
            </Section>
          </>
        )}
      </Answered>
    </div>
  )
}
