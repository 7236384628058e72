import styles from './safety.module.css'

type Props = {
  readonly legend: string
  readonly hint?: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Some of several people. */
export const Choices = ({ legend, hint, options, chosen, onChange }: Props) => (
  <fieldset className={styles['choices']}>
    <legend>{legend}</legend>
    {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
    {options.map(({ id, name }) => (
      <label key={id} className={styles['choice']}>
        <input type="checkbox" checked={chosen.includes(id)} onChange={() => { onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]) }} /> {name}
      </label>
    ))}
  </fieldset>
)
