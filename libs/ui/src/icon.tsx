/** Signs of one hand: drawn on 24 by 24, a line of 2, round ends. A sign always stands beside its word. */
const paths = {
  today: 'M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-5.5h-4V20H4.5a.5.5 0 0 1-.5-.5z',
  agenda: 'M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7M9 14h.01M12 14h.01M15 14h.01',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z',
  settings: 'M4 7h9M18 7h2M4 17h2M11 17h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  video: 'M3.5 5h17v11.5h-17zM8.5 20h7M12 16.5V20',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  back: 'M20 12H4.5M11 5.5L4.5 12l6.5 6.5',
} as const

export type IconName = keyof typeof paths

/** A sign beside a word; it says nothing that the word doesn't. */
export const Icon = ({ name, size = 22, className }: { readonly name: IconName; readonly size?: number; readonly className?: string | undefined }) => (
  <svg className={className} viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
