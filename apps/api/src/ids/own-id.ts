import type { Id, PersonId } from '@samenspel/kernel'
import { derivedId } from './derived-id.ts'

/** An id of one person's command, so that nobody can repeat or take the place of another's. */
export const ownId = (person: PersonId, commandId: Id, name: string): Id => derivedId(`${person} ${commandId} ${name}`)
