import type { OwnDataQuery } from '@samenspel/graphql-documents/parent-pages'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'
import { places } from './places.ts'

type Props = { readonly persons: NonNullable<OwnDataQuery['ownData']>['persons'] }

/** On a phone everything that can be asked stands below what is written: from here it is one tap away. */
export const Shortcuts = ({ persons }: Props) => {
  const text = usePageText()
  return (
    <nav aria-label={text('data.shortcuts')} className={styles['shortcuts']}>
      <ul>
        <li><a href={`#${places.asked}`}>{text('data.asked')}</a></li>
        {persons.some(({ mayAskUnseen }) => mayAskUnseen) && <li><a href={`#${places.unseen}`}>{text('data.unseen.title')}</a></li>}
        {persons.length > 0 && <li><a href={`#${places.erase}`}>{text('data.erase.title')}</a></li>}
        <li><Link href={paths.copy}>{text('copy.title')}</Link></li>
        <li><Link href={paths.accessLog}>{text('log.title')}</Link></li>
      </ul>
    </nav>
  )
}
