import { PageHeading } from '@samenspel/ui'
import { Link } from 'react-router'
import page from './page.module.css'
import { useText } from './text.ts'
import { paths } from '../shell/paths.ts'

/** What stands where nothing opens: the same for what isn't there and for what somebody may not know of. */
export const FamilyUnknown = () => {
  const text = useText()
  return (
    <div className={page['page']}>
      <PageHeading title={text('family.unknown')}>{text('family.unknown')}</PageHeading>
      <p>{text('family.unknownHint')}</p>
      <p><Link to={paths.families}>{text('family.toFamilies')}</Link></p>
    </div>
  )
}
