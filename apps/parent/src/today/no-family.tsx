import { Card } from '@samenspel/ui'
import { Page } from '../shell/page.tsx'
import { useText } from '../texts.ts'
import { TodayHeading } from './today-heading.tsx'

/** Nobody's family opens for this parent, or none any more. */
export const NoFamily = () => {
  const text = useText()
  return (
    <Page>
      <TodayHeading>{text('today.nothing')}</TodayHeading>
      <Card><p>{text('today.noFamily')}</p></Card>
    </Page>
  )
}
