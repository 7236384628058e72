/** Everybody and every organisation of the register, as it knows them. Of families it tells nothing. */
import type { Organisation, Practitioner } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'

/** In no order. @throws Refused `try-again` */
export const everyPractitioner = async ({ practitioners }: Pick<AllFiles, 'practitioners'>, partners: Pick<Partners, 'everybody'>, session: Session): Promise<readonly Practitioner[]> =>
  (await Promise.all((await partners.everybody(session)).map(practitioners.state))).filter((one) => one !== undefined)

/** For which somebody works, or worked. In no order. @throws Refused `try-again` */
export const everyOrganisation = async (files: Pick<AllFiles, 'practitioners' | 'organisations'>, partners: Pick<Partners, 'everybody'>, session: Session): Promise<readonly Organisation[]> => {
  const ids = new Set((await everyPractitioner(files, partners, session)).map(({ organisation }) => organisation))
  return (await Promise.all([...ids].map(files.organisations.state))).filter((one) => one !== undefined)
}
