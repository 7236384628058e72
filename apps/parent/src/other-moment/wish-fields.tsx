import { Button, Field } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import { daysToChoose, type DayPart, type Wish } from './wishes.ts'
import styles from './wish-fields.module.css'

type Props = {
  readonly number: number
  readonly wish: Wish
  readonly onChange: (wish: Wish) => void
  readonly onRemove: (() => void) | undefined
}

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening']

/** A day and a part of it, chosen from lists in words. */
export const WishFields = ({ number, wish, onChange, onRemove }: Props) => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  return (
    <div className={styles['wish']} role="group" aria-label={text('other.window', { number })}>
      <Field label={text('other.day')}>
        {(control) => (
          <select {...control} value={wish.date} onChange={(event) => { onChange({ ...wish, date: event.target.value }) }}>
            <option value="">{text('other.noDay')}</option>
            {daysToChoose(now.date).map((date) => <option key={date} value={date}>{dates.day(date)}</option>)}
          </select>
        )}
      </Field>
      <Field label={text('other.part')}>
        {(control) => (
          <select {...control} value={wish.part} onChange={(event) => { onChange({ ...wish, part: event.target.value as DayPart }) }}>
            {parts.map((part) => <option key={part} value={part}>{text(`other.${part}`)}</option>)}
          </select>
        )}
      </Field>
      {onRemove !== undefined && <Button kind="quiet" onClick={onRemove}>{text('other.remove', { number })}</Button>}
    </div>
  )
}
