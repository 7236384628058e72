import { PageHeading } from '@samenspel/ui'
import { Link } from 'react-router'
import page from '../parts/page.module.css'
import { useText } from '../parts/text.ts'
import { paths } from './paths.ts'
import { useViewer } from './viewer.ts'

/** What stands at an address that has no page for who looks, and where they can go. It says the same of every address, so nothing of what may be there. */
export const NoPage = () => {
  const text = useText()
  const isOfficer = useViewer().role === 'PRIVACY_OFFICER'
  return (
    <div className={page['page']}>
      <PageHeading title={text('noPage.title')}>{text('noPage.title')}</PageHeading>
      <p>{text(isOfficer ? 'noPage.officer' : 'noPage.hint')}</p>
      <p><Link to={paths.today}>{text(isOfficer ? 'noPage.toLogs' : 'noPage.toToday')}</Link></p>
    </div>
  )
}
