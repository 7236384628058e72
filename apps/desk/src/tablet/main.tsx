import '@samenspel/ui/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { TabletApp } from './tablet-app.tsx'

const leave = (): void => { location.replace('/tablet/') }
// A page that the browser kept aside and shows again begins anew.
addEventListener('pageshow', ({ persisted }) => { if (persisted) leave() })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<StrictMode><TabletApp leave={leave} /></StrictMode>)
