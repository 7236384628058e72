import { useText } from '../../parts/text.ts'
import styles from './why-not.module.css'

type Props = { readonly price: { readonly more: readonly string[]; readonly less: readonly string[] } }

/** What another plan asks more and less, the weightiest first; nothing where nothing differs. */
export const Priced = ({ price: { more, less } }: Props) => {
  const text = useText()
  if (more.length + less.length === 0) return null
  return (
    <dl className={styles['price']}>
      {more.length > 0 && <div><dt>{text('price.costs')}</dt><dd>{more.join(', ')}</dd></div>}
      {less.length > 0 && <div data-less><dt>{text('price.saves')}</dt><dd>{less.join(', ')}</dd></div>}
    </dl>
  )
}
