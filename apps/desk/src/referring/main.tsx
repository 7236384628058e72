import '@samenspel/ui/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ReferringApp } from './referring-app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<StrictMode><ReferringApp /></StrictMode>)
