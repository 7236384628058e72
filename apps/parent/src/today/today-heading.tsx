import { PageHeading } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { Greeting } from './greeting.tsx'

/** How the first page begins: a greeting, and what it says above all. */
export const TodayHeading = ({ children }: { readonly children: ReactNode }) => {
  const text = useText()
  return (
    <div>
      <Greeting />
      <PageHeading title={text('today.title')}>{children}</PageHeading>
    </div>
  )
}
