import type { DoorItemPartsFragment } from '@samenspel/graphql-documents/desk'
import type { DeskText } from '@samenspel/intl/desk'

export type Item = DoorItemPartsFragment

/** `CHILD_HEALTH_CLINIC` is the text `childHealthClinic`. */
export const inText = (value: string): string => value.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

export const disciplineText = (discipline: NonNullable<Item['fromDiscipline']>): DeskText => `door.discipline.${inText(discipline)}` as DeskText
export const roleText = (role: string): DeskText => `door.role.${inText(role)}` as DeskText
export const signalText = (group: string, signal: string): DeskText => `signal.${group.toLowerCase()}.${signal}` as DeskText
