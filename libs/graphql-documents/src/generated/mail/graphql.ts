/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MailChannel =
  | 'MAIL'
  | 'NONE';

export type MessageChoiceInput = {
  readonly channel: MailChannel;
  /** From then on no mail comes; the same time twice: at any time. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** Hours before a visit in which its reminder comes. */
  readonly reminderHours: number;
};

export type MessageSettingsPartsFragment = { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string };

export type MessageSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MessageSettingsQuery = { readonly messageSettings: { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string } | null };

export type AskMailAddressMutationVariables = Exact<{
  address: string;
}>;


export type AskMailAddressMutation = { readonly askMailAddress: { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string } };

export type ConfirmMailAddressMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmMailAddressMutation = { readonly confirmMailAddress: { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string } };

export type RemoveMailAddressMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveMailAddressMutation = { readonly removeMailAddress: { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string } };

export type ChooseMessagesMutationVariables = Exact<{
  choice: MessageChoiceInput;
}>;


export type ChooseMessagesMutation = { readonly chooseMessages: { readonly address: string | null, readonly unconfirmedAddress: string | null, readonly lastRefused: boolean, readonly channel: MailChannel, readonly reminderHours: number, readonly quietFrom: string, readonly quietUntil: string } };

export const MessageSettingsPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<MessageSettingsPartsFragment, unknown>;
export const MessageSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messageSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageSettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<MessageSettingsQuery, MessageSettingsQueryVariables>;
export const AskMailAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskMailAddress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"address"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askMailAddress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"address"},"value":{"kind":"Variable","name":{"kind":"Name","value":"address"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageSettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<AskMailAddressMutation, AskMailAddressMutationVariables>;
export const ConfirmMailAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmMailAddress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmMailAddress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageSettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<ConfirmMailAddressMutation, ConfirmMailAddressMutationVariables>;
export const RemoveMailAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveMailAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeMailAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageSettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<RemoveMailAddressMutation, RemoveMailAddressMutationVariables>;
export const ChooseMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChooseMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"choice"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MessageChoiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chooseMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"choice"},"value":{"kind":"Variable","name":{"kind":"Name","value":"choice"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageSettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageSettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefused"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reminderHours"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}}]}}]} as unknown as DocumentNode<ChooseMessagesMutation, ChooseMessagesMutationVariables>;