import type { OrganisationRegisterQuery, RegisterListPreviewQuery } from '@samenspel/graphql-documents/desk'

export type Register = OrganisationRegisterQuery['organisationRegister']
export type StaffMember = Register['people'][number]
export type Place = Register['locations'][number]
export type ImportPreview = RegisterListPreviewQuery['registerListPreview']
export type ImportRow = ImportPreview['rows'][number]
