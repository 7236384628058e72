import { Card, PageHeading } from '@samenspel/ui'
import { Page } from '../shell/page.tsx'
import { useText } from '../texts.ts'
import { Greeting } from './greeting.tsx'

/** Nobody's family opens for this parent, or none any more. */
export const NoFamily = () => {
  const text = useText()
  return (
    <Page>
      <div>
        <Greeting />
        <PageHeading title={text('today.title')}>{text('today.nothing')}</PageHeading>
      </div>
      <Card><p>{text('today.noFamily')}</p></Card>
    </Page>
  )
}
