import { Field } from '@samenspel/ui'
import { settings } from './settings.ts'
import { useText } from './text.ts'

/** Where something was seen or happened, which need not be known. @param props `value` is empty where it isn't */
export const SettingSelect = ({ value, onChange }: { readonly value: string; readonly onChange: (setting: string) => void }) => {
  const text = useText()
  return (
    <Field label={text('factor.setting')}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{text('factor.setting.none')}</option>
          {settings.map((one) => <option key={one} value={one}>{text(`setting.${one}`)}</option>)}
        </select>
      )}
    </Field>
  )
}
