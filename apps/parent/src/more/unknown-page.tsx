import { buttonClass, PageHeading } from '@samenspel/ui'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import { Page } from '../shell/page.tsx'

export const UnknownPage = () => {
  const text = usePageText()
  return (
    <Page>
      <PageHeading title={text('page.unknown')}>{text('page.unknown')}</PageHeading>
      <p><Link href={paths.today} className={buttonClass('secondary')}>{text('page.home')}</Link></p>
    </Page>
  )
}
