import { FamilyNamesDocument, type FamilyNamesQuery } from '@samenspel/graphql-documents/desk'
import { CommandPalette, type PaletteOption } from '@samenspel/ui/desk'
import { useLocation, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { familyPages } from '../features/family/family-pages.ts'
import { useText } from '../parts/text.ts'
import { deskPages } from './desk-pages.ts'
import { contributionPath, familyIn, familyPath, newSafetyPath, paths } from './paths.ts'
import { recentFamilies } from './recent.ts'
import { useViewer, type Viewer } from './viewer.ts'

type Family = FamilyNamesQuery['families']['nodes'][number]
type Text = ReturnType<typeof useText>

/**
 * Ctrl-K: a few letters of a name, Enter, and the family is open; or a page of the family one is in, a page of the desk, or something to do.
 * The families that were open last stand first.
 */
export const FamilyJump = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const goTo = useNavigate()
  const here = familyIn(useLocation().pathname)
  const [{ data, error }] = useQuery({ query: FamilyNamesDocument })
  const families = data?.families.nodes ?? (error === undefined ? undefined : [])
  return (
    <CommandPalette
      title={text('shell.jump')}
      hint={text('shell.jumpHint')}
      empty={text(error === undefined || data !== undefined ? 'shell.jumpEmpty' : 'state.failed')}
      waiting={text('state.loading')}
      options={families === undefined ? undefined : optionsFor(families, here, viewer, text)}
      onChoose={(path) => {
        void goTo(path)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

/** Everything one can go to, by its path: families of late, what belongs to the family one is in, the desk, and then all other families. */
const optionsFor = (families: readonly Family[], here: string | undefined, viewer: Viewer, text: Text): readonly PaletteOption[] => {
  const recent = recentFamilies().filter((id) => id !== here).flatMap((id) => families.find((family) => family.id === id) ?? [])
  const current = families.find(({ id }) => id === here)
  const others = families.filter((family) => !recent.includes(family))
  return [
    ...recent.map(familyOption),
    ...current === undefined ? [] : ofFamily(current, viewer, text),
    ...viewer.discipline === 'IMH_SPECIALIST' ? [{ id: paths.newFamily, name: text('opening.title'), note: text('palette.do') }] : [],
    ...deskPages(viewer).map(({ path, label }) => ({ id: path, name: text(label), note: text('palette.page') })),
    ...others.map(familyOption),
  ]
}

const familyOption = ({ id, name, members }: Family): PaletteOption => ({ id: familyPath(id), name, note: members.map((member) => member.firstName).join(', '), isNamed: true })

const ofFamily = (family: Family, viewer: Viewer, text: Text): readonly PaletteOption[] => [
  ...family.can.contribute ? [
    { id: contributionPath(family.id), name: text('family.contribute'), note: text('palette.action', { family: family.name }) },
    ...family.worksOnSafety ? [] : [{ id: newSafetyPath(family.id), name: text('safety.start'), note: text('palette.action', { family: family.name }) }],
  ] : [],
  ...familyPages(family, viewer.id).slice(1).map(({ path, label }) => ({ id: path, name: text(label), note: text('palette.pageOf', { family: family.name }) })),
]
