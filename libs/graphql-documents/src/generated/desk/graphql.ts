/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Discipline =
  | 'ADULT_MENTAL_HEALTH'
  | 'CHILD_HEALTH_CLINIC'
  | 'DAY_CENTRE'
  | 'GP'
  | 'HOME_SUPPORT'
  | 'HOSPITAL'
  | 'IMH_SPECIALIST'
  | 'JUVENILE_COURT'
  | 'MIDWIFE'
  | 'NEIGHBOURHOOD_TEAM'
  | 'YOUTH_CARE';

export type Jurisdiction =
  | 'BE'
  | 'NL';

export type Language =
  | 'EN'
  | 'NL';

export type Role =
  | 'FAMILY_MEMBER'
  | 'PRIVACY_OFFICER'
  | 'PROFESSIONAL';

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly name: string, readonly role: Role, readonly title: string, readonly jurisdiction: Jurisdiction, readonly language: Language, readonly discipline: Discipline | null, readonly organisation: { readonly id: string, readonly name: string } | null } };


export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"jurisdiction"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"discipline"}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;