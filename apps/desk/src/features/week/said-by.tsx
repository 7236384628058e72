import { RadioCards } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import { parentsOf, type WithParents } from './week.ts'

type Props = { readonly family: WithParents; readonly legend?: string; readonly chosen: string | undefined; readonly onChoose: (memberId: string) => void }

/** After whose word it is typed in; it stands with the change. */
export const SaidBy = ({ family, legend, chosen, onChoose }: Props) => {
  const text = useText()
  return <RadioCards name="saidBy" inline legend={legend ?? text('week.saidBy')} chosen={chosen} onChoose={onChoose} options={parentsOf(family).map(({ id, firstName }) => ({ value: id, label: firstName }))} />
}
