import { AskMailAddressDocument, ChooseMessagesDocument, ConfirmMailAddressDocument, MessageSettingsDocument, RemoveMailAddressDocument } from '@samenspel/graphql-documents/mail'
import { PageHeading } from '@samenspel/ui'
import { MailSettings } from '@samenspel/ui/mail'
import { useClient, useQuery, type AnyVariables, type TypedDocumentNode } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'

/** Whether, where and when a professional gets mail. */
export const MessagesPage = () => {
  const text = useText()
  const client = useClient()
  const [asked, again] = useQuery({ query: MessageSettingsDocument })
  const ask = async <Data, Variables extends AnyVariables>(command: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<string | undefined> => {
    const { error } = await client.mutation(command, variables).toPromise()
    return error === undefined ? undefined : refusalOf(error).message
  }
  return (
    <>
      <PageHeading title={text('shell.settings')}>{text('shell.settings')}</PageHeading>
      <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
        {({ messageSettings }) => (
          <MailSettings
            settings={messageSettings} reminders={false}
            onAsk={(address) => ask(AskMailAddressDocument, { address })} onConfirm={(code) => ask(ConfirmMailAddressDocument, { code })}
            onRemove={() => ask(RemoveMailAddressDocument, {})} onChoose={(choice) => ask(ChooseMessagesDocument, { choice })}
          />
        )}
      </Answered>
    </>
  )
}
