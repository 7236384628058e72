import type { Viewer } from '../../shell/viewer.ts'

/** The zone in which an organisation works. */
export const zoneOf = ({ jurisdiction }: Viewer): string => jurisdiction === 'BE' ? 'Europe/Brussels' : 'Europe/Amsterdam'
