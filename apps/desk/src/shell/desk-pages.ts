import type { DeskText } from '@samenspel/intl/desk'
import { paths } from './paths.ts'
import type { Viewer } from './viewer.ts'

export type DeskPage = { readonly path: string; readonly label: DeskText }

/** The pages of the desk for who opens files, in the order of the menu. */
export const deskPages = ({ role, discipline, keepsKeys }: Pick<Viewer, 'role' | 'discipline' | 'keepsKeys'>): readonly DeskPage[] => {
  const isProfessional = role === 'PROFESSIONAL'
  const pages: readonly (readonly [path: string, label: DeskText, isOpen: boolean])[] = [
    [paths.today, 'today.title', true],
    [paths.families, 'shell.families', true],
    [paths.questions, 'questions.nav', isProfessional],
    [paths.frontDoor, 'shell.frontDoor', discipline === 'IMH_SPECIALIST'],
    [paths.refer, 'frontDoor.referPage', isProfessional && discipline !== 'IMH_SPECIALIST'],
    [paths.calendar, 'shell.calendar', isProfessional],
    [paths.organisation, 'shell.organisation', isProfessional],
    [paths.services, 'shell.services', isProfessional],
    [paths.practiceCards, 'practiceCards.title', isProfessional],
    [paths.board, 'shell.board', discipline === 'IMH_SPECIALIST'],
    [paths.invitations, 'invitations.title', isProfessional],
    [paths.groups, 'groups.nav', discipline === 'DAY_CENTRE'],
    [paths.register, 'shell.register', keepsKeys],
    [paths.keys, 'shell.keys', keepsKeys],
    [paths.ownPin, 'shell.ownPin', discipline === 'DAY_CENTRE'],
    [paths.emergency, 'shell.emergency', isProfessional],
    [paths.messages, 'shell.settings', true],
  ]
  return pages.flatMap(([path, label, isOpen]) => isOpen ? [{ path, label }] : [])
}
