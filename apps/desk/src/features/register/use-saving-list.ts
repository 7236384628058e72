import { RegisterListFileDocument, type RegisterList } from '@samenspel/graphql-documents/desk'
import { useState } from 'react'
import { useClient } from 'urql'
import { refusalOf, type Refusal } from '../../graph/refusal.ts'
import { saveText } from '../../parts/take-file.ts'

/** What the register knows, kept as a list among one's own files. `save` says whether it was. */
export const useSavingList = (): { readonly save: (list: RegisterList) => Promise<boolean>; readonly refusal: Refusal | undefined } => {
  const client = useClient()
  const [refusal, setRefusal] = useState<Refusal>()
  return {
    refusal,
    save: async (list) => {
      const { data, error } = await client.query(RegisterListFileDocument, { list, isExample: false }, { requestPolicy: 'network-only' }).toPromise()
      setRefusal(error === undefined ? undefined : refusalOf(error))
      if (data !== undefined) saveText(data.registerList.content, data.registerList.name)
      return data !== undefined
    },
  }
}
