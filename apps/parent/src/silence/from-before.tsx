import { Card } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf } from '../family/model.ts'
import { usePageText } from '../texts.ts'

/** @returns whether something of a day was there before a loss: then nothing has to be done with it. What comes after it is asked as ever. */
export const useIsFromBefore = (): (day: string) => boolean => {
  const { family, dates } = useFamilyView()
  const silence = family?.silence ?? undefined
  return (day) => silence !== undefined && !silence.isRest && day <= dates.dateOf(silence.since)
}

/** Above what was written before a loss: that it is of then. */
export const FromBefore = () => {
  const text = usePageText()
  const coordinator = useFamilyView().family?.coordinator
  return <Card><p>{text('silence.before')} {coordinator == null ? '' : text('silence.beforeWho', { name: firstNameOf(coordinator.name) })}</p></Card>
}
