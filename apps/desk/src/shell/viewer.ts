import type { MeQuery } from '@samenspel/graphql-documents/desk'
import { createContext, useContext } from 'react'

export type Viewer = MeQuery['me']

const ViewerContext = createContext<Viewer | undefined>(undefined)
export const ViewerProvider = ViewerContext.Provider

/** The zone in which somebody works. */
export const zoneIn = ({ jurisdiction }: Pick<Viewer, 'jurisdiction'>): string => jurisdiction === 'BE' ? 'Europe/Brussels' : 'Europe/Amsterdam'

/** Who is signed in. */
export const useViewer = (): Viewer => {
  const viewer = useContext(ViewerContext)
  if (viewer === undefined) throw new Error('no viewer: this screen stands outside the shell')
  return viewer
}
