import type { IsoDate } from '@samenspel/kernel'

/** A registration as IMH specialist; both days are included. */
export type ImhRegistration = { readonly registrationId: string; readonly number?: string; readonly from: IsoDate; readonly until: IsoDate }
