import type { Clock, IsoInstant } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { ownKey } from '../composition/own-key.ts'
import type { Stores } from '../composition/stores.ts'
import type { Allowances } from '../http/allowances.ts'
import { worksAt } from '../tablets/working-here.ts'
import { openIssuers } from './issuers.ts'
import { openLinks, type Invited } from './links.ts'
import { isNoAccountHolder } from './may-be.ts'
import type { Issuer } from './oidc-settings.ts'
import type { SignIn } from './sign-in.controller.ts'
import { openUnderWay } from './under-way.ts'

type SignInParts = { readonly stores: Pick<Stores, 'state' | 'keys'>; readonly files: AllFiles; readonly clock: Clock; readonly issuers: readonly Issuer[]; readonly publicUrl: string; readonly allowances: Allowances; readonly report: (sentence: string) => void }

/** @throws StartProblem when the secret of a sign-in server can't be used */
export const openSignIn = async ({ stores: { state, keys }, files, clock, issuers, publicUrl, allowances, report }: SignInParts): Promise<SignIn> => {
  const key = await ownKey(keys, 'sign-in')
  return {
    issuers: openIssuers(issuers, publicUrl), links: openLinks(state, key, clock), underWay: openUnderWay(state, clock), allowances,
    mayBe: (invited) => mayBe(files, invited, clock()), report,
  }
}

const mayBe = async (files: AllFiles, { role, person, organisation, family }: Invited, now: IsoInstant): Promise<boolean> => {
  switch (role) {
    case 'professional': {
      const known = await files.practitioners.state(person)
      return known !== undefined && worksAt(files, known.organisation, person, now)
    }
    case 'privacyOfficer': return organisation !== undefined && await files.organisations.state(organisation) !== undefined
    case 'familyMember': {
      const file = family === undefined ? undefined : await files.cases.state(family)
      if (file?.isOpen !== true) return false
      const member = file.family.members.find(({ memberId }) => memberId === person)
      return member !== undefined && !isNoAccountHolder(member)
    }
  }
}
