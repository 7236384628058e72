import { agreements, channels, consultationOutcomes, outcomes, referredRoles, referrerDisciplines, signalGroups, urgencies } from '@samenspel/front-door'
import { enumOf } from './enums.ts'

export const UrgencyEnum = enumOf('Urgency', urgencies)
export const DoorChannelEnum = enumOf('DoorChannel', channels)
export const ReferralOutcomeEnum = enumOf('ReferralOutcome', outcomes)
export const ConsultationOutcomeEnum = enumOf('ConsultationOutcome', consultationOutcomes)
export const DoorShareEnum = enumOf('DoorShare', ['nobody', 'mine'])
export const DoorKindEnum = enumOf('DoorKind', ['referral', 'consultation'])
export const SignalGroupEnum = enumOf('SignalGroup', signalGroups)
export const ReferrerDisciplineEnum = enumOf('ReferrerDiscipline', referrerDisciplines)
export const ReferredRoleEnum = enumOf('ReferredRole', referredRoles)
export const AgreementEnum = enumOf('Agreement', agreements)
