import { useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { Choose, Line } from './choose.tsx'
import { adultRoles, type MemberValues } from './network.ts'

type Props = {
  readonly zone: string
  readonly values: MemberValues
  readonly change: (values: Partial<MemberValues>) => void
  /** Whom this record can become; another kind of record is another person in the file. */
  readonly roles?: readonly MemberValues['role'][]
  /** Who can carry an unborn child. */
  readonly carriers?: readonly { readonly id: string; readonly firstName: string }[]
}

/** Who somebody is: the fields of one person, new or put right. */
export const MemberFields = ({ zone, values, change, roles = adultRoles, carriers = [] }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const isUnborn = values.role === 'UNBORN_CHILD'
  const isChild = isUnborn || values.role === 'CHILD' || values.role === 'SIBLING'
  return (
    <>
      {roles.length > 1 && <Choose label={text('network.role')} value={values.role} onChange={(role) => change({ role })} options={roles.map((role) => [role, text(`role.${role as (typeof adultRoles)[number]}`)])} />}
      <Line label={text(values.role === 'INSTITUTION' ? 'network.nameOfInstitution' : 'network.firstName')} hint={isUnborn ? text('network.firstNameUnborn') : undefined} required value={values.firstName} onChange={(firstName) => change({ firstName })} />
      {!isUnborn && <Line label={text('network.name')} value={values.name} onChange={(name) => change({ name })} />}
      {isUnborn
        ? <Line label={text('network.dueDate')} type="date" required value={values.dueDate} onChange={(dueDate) => change({ dueDate })} />
        : values.role !== 'INSTITUTION' && <Line label={text('network.birthDate')} hint={isChild ? undefined : text('network.mayStayEmpty')} type="date" max={dates.today()} required={isChild} value={values.birthDate} onChange={(birthDate) => change({ birthDate })} />}
      {isUnborn && carriers.length > 0 && <Choose label={text('network.carriedBy')} none={text('network.choose')} value={values.carriedBy} onChange={(carriedBy) => change({ carriedBy })} options={carriers.map(({ id, firstName }) => [id, firstName])} />}
      {!isUnborn && values.role !== 'INSTITUTION' && values.role !== 'MOTHER' && values.role !== 'FATHER' && (
        <Choose label={text('network.drawnAs')} hint={text('network.drawnAsHint')} none={text('network.drawnAs.none')} value={values.drawnAs} onChange={(drawnAs) => change({ drawnAs })} options={[['FEMALE', text('network.drawnAs.FEMALE')], ['MALE', text('network.drawnAs.MALE')]]} />
      )}
      {!isChild && <Line label={text('network.phone')} type="tel" value={values.phone} onChange={(phone) => change({ phone })} />}
      {!isUnborn && values.role !== 'INSTITUTION' && <label className={styles['check']}><input type="checkbox" checked={values.inHousehold === 'yes'} onChange={(event) => change({ inHousehold: event.target.checked ? 'yes' : '' })} /> {text('network.inHousehold')}</label>}
    </>
  )
}
