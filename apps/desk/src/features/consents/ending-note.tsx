import { Link } from 'react-router'
import { useText } from '../../parts/text.ts'
import { useKeepDay } from '../../shell/looking-back.tsx'
import { consentsPath } from '../../shell/paths.ts'

/** A gentle word in the family's file while consents end soon. */
export const EndingNote = ({ family }: { readonly family: { readonly id: string; readonly consents: readonly { readonly endsSoon: boolean }[] } }) => {
  const text = useText()
  const keepDay = useKeepDay()
  const count = family.consents.filter(({ endsSoon }) => endsSoon).length
  return count === 0 ? null : <p><Link to={keepDay(consentsPath(family.id))}>{text('consents.endingCount', { count })}</Link></p>
}
