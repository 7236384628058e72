import type { SafetyTracksQuery } from '@samenspel/graphql-documents/desk'

export type SafetyTrack = SafetyTracksQuery['safetyTracks'][number]
export type SafetyNote = SafetyTrack['notes'][number]
