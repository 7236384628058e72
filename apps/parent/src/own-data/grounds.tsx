import type { RestrictionGround } from '@samenspel/graphql-documents/parent-pages'
import { RadioCards } from '@samenspel/ui'
import { usePageText } from '../texts.ts'

const grounds = ['CONTESTED', 'UNLAWFUL', 'NEEDED_FOR_CLAIM', 'OBJECTION'] as const satisfies readonly RestrictionGround[]

/** Why somebody asks that something isn't used: the four reasons of GDPR 18(1). */
export const Grounds = ({ chosen, onChoose }: { readonly chosen: RestrictionGround | undefined; readonly onChoose: (ground: RestrictionGround) => void }) => {
  const text = usePageText()
  return <RadioCards name="restriction-ground" legend={text('data.shutWhy')} options={grounds.map((value) => ({ value, label: text(`data.ground.${value}`) }))} chosen={chosen} onChoose={onChoose} />
}
