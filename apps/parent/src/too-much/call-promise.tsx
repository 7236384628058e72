import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, type OverloadSignal } from '../family/model.ts'
import { useText } from '../texts.ts'

/** Who calls, and by when, in the hours that people work. */
export const CallPromise = ({ signal }: { readonly signal: OverloadSignal }) => {
  const text = useText()
  const { dates, now } = useFamilyView()
  const name = firstNameOf(signal.caller.name)
  return (
    <>
      {signal.passedToSubstitute && <p>{text('tooMuch.substitute', { name })}</p>}
      <p>{text('tooMuch.calls', { name, day: dates.nearDay(dates.dateOf(signal.callBy), now.date), time: dates.time(dates.timeOf(signal.callBy)) })}</p>
    </>
  )
}
