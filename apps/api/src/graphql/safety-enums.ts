import { advisers, considerationsOf, disclosureConsents, emergencyReasons, judgments, kindchecks, outcomes, skippingReasons, steps } from '@samenspel/safety'
import { enumOf } from './enums.ts'

export const SafetyStepEnum = enumOf('SafetyStep', steps)
/** A step that has to be taken, or the plan. */
export const SafetyGapEnum = enumOf('SafetyGap', [...steps, 'plan'] as const)
export const KindcheckEnum = enumOf('Kindcheck', kindchecks)
export const AdviserEnum = enumOf('Adviser', [...new Set([...advisers.NL, ...advisers.BE])])
export const SkippingReasonEnum = enumOf('SkippingReason', skippingReasons)
export const ConsiderationEnum = enumOf('Consideration', [...new Set([...considerationsOf.NL, ...considerationsOf.BE])])
export const SafetyOutcomeEnum = enumOf('SafetyOutcome', outcomes)
export const DisclosureConsentEnum = enumOf('DisclosureConsent', disclosureConsents)
export const EmergencyReasonEnum = enumOf('EmergencyReason', emergencyReasons)
export const JudgmentEnum = enumOf('EmergencyJudgment', judgments)
