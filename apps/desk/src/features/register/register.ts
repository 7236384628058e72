import type { OrganisationRegisterQuery, StaffImportPreviewQuery } from '@samenspel/graphql-documents/desk'

export type Register = OrganisationRegisterQuery['organisationRegister']
export type StaffMember = Register['people'][number]
export type Place = Register['locations'][number]
export type ImportPreview = StaffImportPreviewQuery['staffImportPreview']
export type ImportRow = ImportPreview['rows'][number]
