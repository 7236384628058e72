import { FamilyNamesDocument } from '@samenspel/graphql-documents/desk'
import { CommandPalette } from '@samenspel/ui/desk'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { useText } from '../parts/text.ts'
import { familyPath } from './paths.ts'

/** Ctrl-K: a few letters of a name, Enter, and the family is open. */
export const FamilyJump = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const goTo = useNavigate()
  const [{ data, error }] = useQuery({ query: FamilyNamesDocument })
  const families = data?.families.nodes.map((family) => ({ id: family.id, name: family.name, note: family.members.map((member) => member.firstName).join(', ') }))
  return (
    <CommandPalette
      title={text('shell.jump')}
      hint={text('shell.jumpHint')}
      empty={text(error === undefined || families !== undefined ? 'shell.jumpEmpty' : 'state.failed')}
      waiting={text('state.loading')}
      options={families ?? (error === undefined ? undefined : [])}
      onChoose={(familyId) => {
        void goTo(familyPath(familyId))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
