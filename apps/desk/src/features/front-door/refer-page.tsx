import { PageHeading } from '@samenspel/ui'
import { appHeaders } from '../../graph/address.ts'
import { useText } from '../../parts/text.ts'
import { Referring } from '../../referring/referring.tsx'
import styles from './front-door.module.css'

/** Refers or asks as who is signed in; a specialist also writes down what was told on the phone or in a letter. */
export const ReferPage = () => {
  const text = useText()
  return (
    <div className={`${styles['page']} ${styles['narrow']}`}>
      <PageHeading title={text('frontDoor.referPage')}>{text('frontDoor.referPage')}</PageHeading>
      <Referring headers={appHeaders} />
    </div>
  )
}
