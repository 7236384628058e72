import { Button } from '@samenspel/ui'
import type { ChoiceMenu as Whole, ChoiceMenuProps } from '@samenspel/ui/desk'
import { lazy, Suspense, useState } from 'react'

const Fetched = lazy(async () => ({ default: (await import('@samenspel/ui/desk')).ChoiceMenu })) as unknown as typeof Whole

/** A button with a short list of things that can be done. What opens the list comes after the page; who presses before sees it as soon as it is there. */
export const ChoiceMenu = <Choice extends string>(props: ChoiceMenuProps<Choice>) => {
  const [isAsked, setAsked] = useState(false)
  return (
    <Suspense fallback={<Button kind="quiet" aria-label={props.label} aria-haspopup="true" onClick={() => setAsked(true)}>{props.children}</Button>}>
      <Fetched {...props} isOpenAtFirst={isAsked} />
    </Suspense>
  )
}
