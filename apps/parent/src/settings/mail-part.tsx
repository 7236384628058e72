import { AskMailAddressDocument, ChooseMessagesDocument, ConfirmMailAddressDocument, MessageSettingsDocument, RemoveMailAddressDocument } from '@samenspel/graphql-documents/mail'
import { QueryState } from '@samenspel/ui'
import { MailSettings } from '@samenspel/ui/mail'
import { useClient, useQuery, type AnyVariables, type TypedDocumentNode } from 'urql'
import { reasonOf } from '../family/use-command.ts'

/** Whether, where and when this parent gets mail: their own, and nobody else's. */
export const MailPart = () => {
  const client = useClient()
  const [asked, again] = useQuery({ query: MessageSettingsDocument })
  const ask = async <Data, Variables extends AnyVariables>(command: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<string | undefined> => {
    const { error } = await client.mutation(command, variables).toPromise()
    return error === undefined ? undefined : reasonOf(error) ?? ''
  }
  return (
    <QueryState asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
      {({ messageSettings }) => (
        <MailSettings
          settings={messageSettings} reminders
          onAsk={(address) => ask(AskMailAddressDocument, { address })} onConfirm={(code) => ask(ConfirmMailAddressDocument, { code })}
          onRemove={() => ask(RemoveMailAddressDocument, {})} onChoose={(choice) => ask(ChooseMessagesDocument, { choice })}
        />
      )}
    </QueryState>
  )
}
