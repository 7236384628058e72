import { useLocation } from 'react-router'
import { useLiveFamily } from '../graph/use-live-family.ts'
import { useIsBack } from './looking-back.tsx'
import { familyIn } from './paths.ts'
import { useViewer } from './viewer.ts'

/**
 * Listens to the family of the address, for as long as the viewer goes from page to page in it: what its pages ask then is asked while
 * the server listens. Who looks back hears nothing, since what was known doesn't change; neither does an office, which reads no file.
 */
export const Listening = () => {
  const familyId = familyIn(useLocation().pathname)
  const isOffice = useViewer().role === 'PRIVACY_OFFICER'
  const isBack = useIsBack()
  useLiveFamily(isOffice || isBack ? undefined : familyId)
  return null
}
