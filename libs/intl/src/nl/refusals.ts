import { calendars } from './refusals/calendars.ts'
import { erasing } from './refusals/erasing.ts'
import { family } from './refusals/family.ts'
import { frontDoor } from './refusals/front-door.ts'
import { known } from './refusals/known.ts'
import { messages } from './refusals/messages.ts'
import { plan } from './refusals/plan.ts'
import { planning } from './refusals/planning.ts'
import { requests } from './refusals/requests.ts'
import { rights } from './refusals/rights.ts'
import { safeguards } from './refusals/safeguards.ts'
import { safety } from './refusals/safety.ts'
import { tablets } from './refusals/tablets.ts'
import { values } from './refusals/values.ts'

/** Why a command was refused, or a request failed, by its code, by topic. Dutch is the source; `en/refusals.ts` has the same keys. */
export const refusals = { ...calendars, ...erasing, ...family, ...frontDoor, ...known, ...messages, ...plan, ...planning, ...requests, ...rights, ...safeguards, ...safety, ...tablets, ...values } as const
